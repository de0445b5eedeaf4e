"""Cases of the demonstration, and in volume for measurements."""

from simpul.cases.demonstration.complaints import CASES, play_complaints
from simpul.cases.demonstration.replies import REPLIES, play_replies
from simpul.platform.demonstrating import Demonstration

DEMONSTRATIONS = (Demonstration("Cases", CASES, play_complaints), Demonstration("Canned replies", REPLIES, play_replies))
