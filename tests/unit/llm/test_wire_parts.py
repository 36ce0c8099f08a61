"""Error bodies of every shape, and records that are not records."""

import pytest

from app.llm.wire_parts import WireError, count_of, error_of, error_text, read_object


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('{"error":"model \'x\' not found"}', "model 'x' not found"),
        ('{"error":"Input validation error","error_type":"validation"}', "Input validation error"),
        ('{"error":{"message":"not supported","type":"invalid_request_error","param":"model"}}', "not supported"),
        ('[{"error":"Model X is currently loading","estimated_time":20.0}]', "Model X is currently loading"),
        ('{"error":["first","second"]}', "first"),
        ('{"message":"Unauthorized"}', "Unauthorized"),
        ('{"detail":[{"loc":["body"],"msg":"field required"}]}', "field required"),
        ("<html><head><style>p{}</style></head><body><h1>502 Bad\nGateway</h1></body></html>", "502 Bad Gateway"),
        ("server busy, please try again.  maximum pending", "server busy, please try again. maximum pending"),
        ("", ""),
        ('"only text"', "only text"),
        ("[]", ""),
    ],
)
def test_text_of_every_error_shape(body: str, said: str) -> None:
    """OpenAI's, TGI's, Ollama's, wrapped in a list, HTML, plain text."""
    assert error_text(body) == said


def test_an_error_text_is_short() -> None:
    """A page of a proxy does not fill the log."""
    assert len(error_text("x" * 100_000)) == 300


@pytest.mark.parametrize("data", ["", "hola", "3", '"x"', "[]", "[1]", "null", "<html></html>", '{"a":', "[" * 100_000])
def test_what_is_not_an_object_is_refused(data: str) -> None:
    """Anything but an object is an error of the format."""
    with pytest.raises(WireError):
        read_object(data)


def test_only_a_told_error_is_one() -> None:
    """A null error is none."""
    assert error_of({"error": None}) is None
    assert error_of({"error": {"message": "m"}}) == "m"
    assert error_of({"error": {"code": 500}}) == '{"code": 500}'


@pytest.mark.parametrize(("value", "count"), [(3, 3), (0, 0), (None, None), (True, None), ("3", None), (-1, None)])
def test_counts(value: object, count: int | None) -> None:
    """A count that is not told is unknown, not zero."""
    assert count_of(value) == count
