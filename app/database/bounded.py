"""The first matches of a search, read no further than they are asked for. Pure.

Told of the limit, the planner walks a list for attributes or words that it takes to be everywhere in it: 121,000 rows
to find 1,001 white things. So it plans for all of them, with an index of attributes and words; a materialized part is
read no further than it is asked for.
"""

from typing import Any, Final

from sqlalchemy import CTE, Select, func, literal_column, or_, select, union_all

from app.models.database import CABEZA_MAX, Producto

P: Final = Producto.__table__.c
# ix_productos_cabeza holds no others; its words are repeated exactly.
CABEZA: Final = P.posicion <= literal_column(str(CABEZA_MAX))


def first_matches(matches: Select[Any], tope: int) -> Select[Any]:
    """Returns the select of the first `tope` of the matches, in no order."""
    return select(*materialized(matches, "todos").c).limit(tope)


def first_from_heads(matches: Select[Any], tope: int) -> Select[Any]:
    """Returns the select of the first `tope` of the matches, those at the heads of their categories before the rest.

    The rest is looked at only when the heads have too few: "negro" is on a quarter of a million cards, and to list them
    all takes 30 ms; the heads have 9,600, in 2 ms. They come from every category, the best placed of each.
    """
    heads = materialized(matches.where(CABEZA), "cabezas")
    first = materialized(select(*heads.c).limit(tope), "primeros")
    too_few = select(func.count()).select_from(first).scalar_subquery() < tope
    behind = or_(P.posicion > literal_column(str(CABEZA_MAX)), P.posicion.is_(None))
    rest = materialized(matches.where(behind, too_few), "resto")
    both = union_all(select(*first.c), select(*rest.c)).subquery("ambos")
    return select(*both.c).limit(tope)


def materialized(statement: Select[Any], name: str) -> CTE:
    """Returns the statement as a part that is read once, and only as far as needed."""
    return statement.cte(name).prefix_with("MATERIALIZED", dialect="postgresql")
