"""The front end is built when its sources changed; a failed build leaves the former one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from simpul.config.frontend_build import build, is_current, packages_are_installed, source_hash


@pytest.fixture
def web(tmp_path: Path) -> Path:
    """A front end whose build copies one file, without dependencies: npm needs no network for it."""
    folder = tmp_path / "web"
    (folder / "src").mkdir(parents=True)
    (folder / "src" / "page.html").write_text("first")
    script = "node -e \"const f=require('fs');f.mkdirSync('dist.new',{recursive:true});f.copyFileSync('src/page.html','dist.new/index.html')\" --"
    (folder / "package.json").write_text(json.dumps({"name": "probe", "version": "1.0.0", "scripts": {"build": script}}))
    lock = {"name": "probe", "version": "1.0.0", "lockfileVersion": 3, "requires": True, "packages": {"": {"name": "probe", "version": "1.0.0"}}}
    (folder / "package-lock.json").write_text(json.dumps(lock))
    return folder


def run(web: Path) -> tuple[bool, str, list[str]]:
    said: list[str] = []
    built = build(web, web.parent / "logs" / "build.log", said.append)
    return built.changed, built.problem, said


def test_it_is_built_once_until_a_source_changes(web):
    assert run(web) == (True, "", ["front end: installing packages", "front end: building"])
    assert is_current(web)
    assert run(web) == (False, "", [])

    (web / "src" / "page.html").write_text("second")

    assert not is_current(web)
    assert run(web)[:2] == (True, "")
    assert (web / "dist" / "index.html").read_text() == "second"
    assert not (web / "dist.new").exists()
    assert not (web / "dist.old").exists()


def test_a_failed_build_keeps_the_former_one_and_names_its_log(web):
    run(web)
    package = json.loads((web / "package.json").read_text())
    package["scripts"]["build"] = "node -e \"console.error('error: no such module');process.exit(1)\" --"
    (web / "package.json").write_text(json.dumps(package))

    changed, problem, _ = run(web)

    assert not changed
    assert problem == f"The front end does not build (error: no such module). Details: {web.parent / 'logs' / 'build.log'}"
    assert (web / "dist" / "index.html").read_text() == "first"


def test_without_the_registry_it_says_what_to_do(web, monkeypatch):
    monkeypatch.setenv("npm_config_registry", "http://127.0.0.1:9/")
    monkeypatch.setenv("npm_config_fetch_retries", "0")
    monkeypatch.setenv("npm_config_cache", str(web.parent / "empty-cache"))
    lock = json.loads((web / "package-lock.json").read_text())
    needed = {"dependencies": {"left": "1.0.0"}}
    (web / "package.json").write_text(json.dumps(json.loads((web / "package.json").read_text()) | needed))
    lock["packages"][""] |= needed
    lock["packages"]["node_modules/left"] = {"version": "1.0.0", "resolved": "http://127.0.0.1:9/left/-/left-1.0.0.tgz"}
    (web / "package-lock.json").write_text(json.dumps(lock))

    changed, problem, _ = run(web)

    assert not changed
    assert problem.startswith("npm cannot install the front end's packages (")
    assert "Connect to the npm registry or your mirror of it (npm_config_registry), then start again." in problem


def test_installed_packages_are_compared_with_the_lock(web):
    assert not packages_are_installed(web)
    run(web)
    lock = {"packages": {"": {}, "node_modules/a": {"version": "1.0.0"}, "node_modules/b": {"version": "2.0.0", "optional": True}}}
    (web / "package-lock.json").write_text(json.dumps(lock))
    hidden = web / "node_modules" / ".package-lock.json"
    hidden.parent.mkdir(exist_ok=True)
    hidden.write_text(json.dumps({"packages": {"node_modules/a": {"version": "1.0.0"}}}))
    assert packages_are_installed(web)
    hidden.write_text(json.dumps({"packages": {"node_modules/a": {"version": "0.9.0"}}}))
    assert not packages_are_installed(web)


def test_what_a_build_makes_is_no_source(web):
    before = source_hash(web)
    for name in ("node_modules", "dist", "dist.new", ".cache"):
        (web / name).mkdir()
        (web / name / "file").write_text("x")
    assert source_hash(web) == before
    (web / "src" / "new.ts").touch()
    assert source_hash(web) != before
