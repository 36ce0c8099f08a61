"""A real llama.cpp server with a tiny model of random weights: `python -m tests.support.llama MODEL PORT`."""

import sys
import threading
from pathlib import Path

import gguf
import numpy as np

CONTEXT = 512
WIDTH, HEADS, LAYERS, INNER = 64, 4, 2, 128
WORDS = "▁el ▁notebook ▁más ▁barato ▁cuesta ▁pesos ▁año ▁niñas ▁¿cuál? ▁audífonos ▁ñandú ▁de ▁con ▁😀 .".split()
SPECIAL = ["<unk>", "<s>", "</s>", "<|im_start|>", "<|im_end|>"]
TEMPLATE = (
    "{% for m in messages %}<|im_start|>{{ m['role'] }}\n{{ m['content'] }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)


def write_model(path: Path) -> None:
    """Writes a model that says words of its list at random; the same weights each time."""
    rng = np.random.default_rng(7)
    letters = ["▁", *"abcdefghijklmnopqrstuvwxyzáéíóúñ"]
    tokens = [*SPECIAL, *(f"<0x{i:02X}>" for i in range(256)), *letters, *WORDS]
    kinds = gguf.TokenType
    types = [kinds.UNKNOWN, *[kinds.CONTROL] * 4, *[kinds.BYTE] * 256, *[kinds.NORMAL] * (len(letters) + len(WORDS))]
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(LAYERS)
    writer.add_feed_forward_length(INNER)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(HEADS)
    writer.add_rope_dimension_count(WIDTH // HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_vocab_size(len(tokens))
    writer.add_tokenizer_model("llama")
    writer.add_token_list(tokens)
    writer.add_token_scores([-float(i) for i in range(len(tokens))])
    writer.add_token_types([int(kind) for kind in types])
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(4)
    writer.add_chat_template(TEMPLATE)

    def add(name: str, *shape: int) -> None:
        weights = np.ones(shape) if len(shape) == 1 else rng.standard_normal(shape) * 0.4
        if name == "output.weight":  # Only words are ever said.
            weights[: -len(WORDS)] = 0
        writer.add_tensor(name, weights.astype(np.float32))

    for name in ("token_embd.weight", "output.weight"):
        add(name, len(tokens), WIDTH)
    add("output_norm.weight", WIDTH)
    for block in (f"blk.{i}." for i in range(LAYERS)):
        for name in ("attn_q", "attn_k", "attn_v", "attn_output"):
            add(f"{block}{name}.weight", WIDTH, WIDTH)
        for name in ("attn_norm", "ffn_norm"):
            add(f"{block}{name}.weight", WIDTH)
        for name in ("ffn_gate", "ffn_up"):
            add(f"{block}{name}.weight", INNER, WIDTH)
        add(f"{block}ffn_down.weight", WIDTH, INNER)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def serve(model: Path, port: int) -> None:
    """Serves the model on this machine until the process is ended."""
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = str(model)
    params.n_ctx, params.n_parallel, params.port, params.hostnames = CONTEXT, 1, port, ["127.0.0.1"]
    params.warmup = False
    params.cpuparams.n_threads = 1
    server = xllamacpp.Server(params)
    print(server.listening_address, flush=True)
    threading.Event().wait()


if __name__ == "__main__":
    write_model(Path(sys.argv[1]))
    serve(Path(sys.argv[1]), int(sys.argv[2]))
