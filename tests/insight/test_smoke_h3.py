from datetime import timedelta
import pytest
from simpul.insight.services.filling import figures_compute
from simpul.platform.clock import today
pytestmark = pytest.mark.django_db
def test_it(organisation):
    print(figures_compute(today() - timedelta(days=30)))
