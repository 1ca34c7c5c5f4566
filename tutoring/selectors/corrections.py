"""Of an evaluation's corrections, the kinds alone: a twentieth of what they weigh."""

from __future__ import annotations

from typing import Any

from django.db.models import Func, JSONField


class CorrectionCategories(Func):
    """The ``category`` of each of the corrections in an evaluation, as a list."""

    output_field = JSONField()

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        template = "jsonb_path_query_array(%(expressions)s, '$.corrections[*].category')"
        return self.as_sql(compiler, connection, template=template, **context)

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        template = (
            "(SELECT json_group_array(json_extract(value, '$.category'))"
            " FROM json_each(%(expressions)s, '$.corrections'))"
        )
        return self.as_sql(compiler, connection, template=template, **context)
