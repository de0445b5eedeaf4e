"""The tables of transactions and of the value of customers."""

from simpul.value.models.rfm import CustomerRfm, RfmHistory, RfmThresholds
from simpul.value.models.transactions import Transaction, TransactionSums

__all__ = ["CustomerRfm", "RfmHistory", "RfmThresholds", "Transaction", "TransactionSums"]
