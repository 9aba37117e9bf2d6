"""Every picture says its numbers as text too."""

import re

from marketplace.web.templating import environment


def draw(macro: str, **context: object) -> str:
    """What a picture macro makes."""
    text = '{% import "layout/beeld.html" as beeld %}{{ ' + macro + " }}"
    return environment().from_string(text).render(**context)


def words(html: str) -> str:
    """The text that a screen reader gets."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_the_stacked_bar_fills_its_width_and_names_each_part() -> None:
    html = draw(
        "beeld.balk('Plan', [('geplaatst', 75, 'goed'), ('wacht', 25, 'wacht'), ('niet', 0, 'niet')])"
    )
    assert words(html) == "Plan 75 geplaatst 25 wacht 0 niet"
    assert re.findall(r' width="([\d.]+)"', html) == ["747.0", "250.0"]


def test_a_bar_of_nothing_is_no_bar() -> None:
    assert "<svg" not in draw("beeld.balk('Plan', [('geplaatst', 0, 'goed')])")


def test_a_full_row_has_another_colour_and_is_said() -> None:
    html = draw("beeld.staven('Plaatsen', [('Groen', 12, 12), ('Zorg', 1, 4), ('Leeg', 0, 0)])")
    assert "12 van 12" in html
    assert html.count("kleur-wacht") == 1
    assert 'width="25.0"' in html


def test_the_spark_line_steps_down_and_says_each_step() -> None:
    html = draw("beeld.vonk('Begeleiding', w)", w=[240, 240, 60, 0])
    assert "week 1: 4 uur; vanaf week 3: 1 uur; vanaf week 4: geen" in words(html)
    assert 'd="M0 14.0V14.0H80.0V14.0H160.0V66.5H240.0V84.0H320.0"' in html


def test_the_grid_marks_what_only_one_of_two_has() -> None:
    html = draw("beeld.dagraster('Dagdelen', 3, 1, 'Gestreept: alleen hier.')")
    assert html.count('class="aan"') == 1
    assert html.count('class="half"') == 1
    assert "Maandag de hele dag. Gestreept: alleen hier." in words(html)


def test_a_grid_without_stripes_does_not_speak_of_them() -> None:
    assert "Gestreept" not in draw("beeld.dagraster('Dagdelen', 1, 3, 'Gestreept: alleen hier.')")


def test_the_map_says_where_from_and_where_to() -> None:
    macro = "beeld.landkaart('Reis', kaart_project(rows), '39 km')"
    html = draw(macro, rows=[("Didam", 51.94, 6.13, "thuis"), ("Neede", 52.13, 6.61, "plek")])
    assert 'aria-label="Reis: van Didam naar Neede, 39 km"' in html
    assert "Woonplaats: Didam" in words(html)
    assert "Leerwerkplek: Neede" in words(html)


def test_a_map_of_a_region_alone_draws_no_way() -> None:
    html = draw("beeld.landkaart('Regio', kaart_project(rows))", rows=[("Didam", 51.94, 6.13, "groot")])
    assert "kaart-lijn" not in html
