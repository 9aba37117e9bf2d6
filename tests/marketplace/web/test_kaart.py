"""The small map keeps distances, stays inside its frame and names what matters."""

from hypothesis import given
from hypothesis import strategies as st

from marketplace.web.kaart import Row, project

DIDAM: Row = ("Didam", 51.94, 6.13, "thuis")
NEEDE: Row = ("Neede", 52.13, 6.61, "plek")
ROWS = st.lists(
    st.tuples(
        st.text("abc", min_size=1, max_size=12),
        st.floats(51.8, 52.3),
        st.floats(6.0, 6.9),
        st.sampled_from(["plaats", "groot", "thuis", "plek"]),
    ),
    max_size=30,
)


def test_a_distance_on_the_map_is_the_distance_over_land() -> None:
    picture = project([DIDAM, NEEDE])
    home, plek = picture.of("thuis")[0], picture.of("plek")[0]
    units = ((home.x - plek.x) ** 2 + (home.y - plek.y) ** 2) ** 0.5
    assert abs(units / picture.per_km - 39.0) < 0.6


def test_north_is_up_and_east_is_right() -> None:
    picture = project([DIDAM, NEEDE])
    home, plek = picture.of("thuis")[0], picture.of("plek")[0]
    assert plek.y < home.y
    assert plek.x > home.x


@given(ROWS)
def test_every_dot_lies_inside_and_names_never_overlap(rows: list[Row]) -> None:
    picture = project(rows)
    boxes = [dot.box(dot.anker) for dot in picture.dots if dot.anker]
    assert all(0 <= dot.x <= picture.breedte and 0 <= dot.y <= picture.hoogte for dot in picture.dots)
    for number, one in enumerate(boxes):
        for other in boxes[:number]:
            apart = one[2] < other[0] or one[0] > other[2] or one[3] < other[1] or one[1] > other[3]
            assert apart


def test_the_home_of_the_person_is_named_before_a_town() -> None:
    picture = project([("Doetinchem", 51.965, 6.29, "groot"), ("Gaanderen", 51.966, 6.29, "thuis"), NEEDE])
    assert picture.of("thuis")[0].anker is not None
    assert (
        picture.of("groot")[0].anker is None or picture.of("thuis")[0].anker != picture.of("groot")[0].anker
    )


def test_a_map_without_places_is_empty() -> None:
    assert project([]).dots == ()
