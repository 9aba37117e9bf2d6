"""What people choose by in a cell: names that can be told apart."""

from collections import Counter
from collections.abc import Mapping, Sequence

from marketplace.organisaties.model import Organisatie, Vestiging
from marketplace.tables.choices import plain


def told_apart(labels: Mapping[str, str], places: Mapping[str, str]) -> dict[str, str]:
    """The labels; where two would read the same their place is added, and then their number."""
    found = dict(labels)
    for more in (places, {key: key for key in labels}):
        counts = Counter(plain(label) for label in found.values())
        found = {
            key: f"{label} ({more[key]})" if counts[plain(label)] > 1 else label
            for key, label in found.items()
        }
    return found


def labels_of(vestigingen: Sequence[Vestiging]) -> dict[str, str]:
    """What people choose a vestiging by."""
    return told_apart(
        {str(each.id): f"{each.organisatie}, {each.naam}" for each in vestigingen},
        {str(each.id): each.regio_code for each in vestigingen},
    )


def labels_of_organisaties(organisaties: Sequence[Organisatie]) -> dict[str, str]:
    """What people choose an organisatie by."""
    return told_apart(
        {str(each.id): each.naam for each in organisaties},
        {str(each.id): each.regio_code for each in organisaties},
    )
