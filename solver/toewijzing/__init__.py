"""The generic assignment problem: kandidaten, middelen and waarden, and nothing of the business."""
