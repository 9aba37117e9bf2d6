"""The resource rules: a capacity is one file here and one row in RESOURCE_RULES; no order is meant."""

from solver.matching.resource_rules import begeleiding, plaatsen, vouchers
from solver.matching.rule import ResourceRule

RESOURCE_RULES: tuple[ResourceRule, ...] = (plaatsen, begeleiding, vouchers)
