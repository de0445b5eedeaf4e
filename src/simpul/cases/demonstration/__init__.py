"""Cases of the demonstration, and in volume for measurements."""

from simpul.cases.demonstration.complaints import CASES, play_complaints
from simpul.platform.demonstrating import Demonstration

DEMONSTRATION = Demonstration("Cases", CASES, play_complaints)
