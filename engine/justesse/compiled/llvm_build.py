"""LLVM's text compiled by `llvmlite` for this machine, its object kept in the private folder. Writes no text of its own.

An object found is only loaded: LLVM puts it in place and finds the few functions that it asks of the system. Without
`llvmlite` (the extra `llvm`) nothing is built; without a private folder everything works and nothing is kept.
"""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from justesse.compiled.built import Built, built_at
from justesse.compiled.llvm_program import llvm_of
from justesse.compiled.machine import Machine
from justesse.text.cache import forget_oldest, private_cache
from justesse.text.digest import sha256_of

_SPEED = 2


def built_by_llvm(key: str, machine: Callable[[], Machine]) -> Built | None:
    """Built the first time; None without `llvmlite`."""
    try:
        import llvmlite.binding as llvm
    except ImportError:
        return None
    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    processor, features = llvm.get_host_cpu_name(), llvm.get_host_cpu_features().flatten()
    target = llvm.Target.from_default_triple().create_target_machine(
        cpu=processor, features=features, opt=_SPEED, reloc="pic", codemodel="jitdefault"
    )
    asked = "\0".join((key, target.triple, processor, features, str(llvm.llvm_version_info), str(_SPEED)))
    name = f"kernel-{sha256_of(asked)[:24]}.o"
    return _loaded(llvm, target, _kept(name, lambda: _compiled(llvm, target, llvm_of(machine()))))


def _compiled(llvm: Any, target: Any, text: str) -> bytes:
    """The object: everything is said on scalars, so that what makes vectors and unrolls loops is time lost."""
    module = llvm.parse_assembly(text)
    module.verify()
    options = llvm.create_pipeline_tuning_options(speed_level=_SPEED)
    options.loop_vectorization = options.slp_vectorization = options.loop_unrolling = False
    passes = llvm.create_pass_builder(target, options)
    passes.getModulePassManager().run(module, passes)
    return bytes(target.emit_object(module))


def _loaded(llvm: Any, target: Any, image: bytes) -> Built:
    engine = llvm.create_mcjit_compiler(llvm.parse_assembly(""), target)
    engine.add_object_file(llvm.ObjectFileRef.from_data(image))
    engine.finalize_object()
    return built_at(engine.get_function_address, engine)


def _kept(name: str, make: Callable[[], bytes]) -> bytes:
    """An object of the private folder, made when it is not there; written beside, then put in place at once."""
    folder = private_cache()
    if folder is None:
        return make()
    place = folder / name
    if not place.exists():
        with tempfile.TemporaryDirectory(dir=folder) as beside:
            made = Path(beside) / name
            made.write_bytes(make())
            os.replace(made, place)
        forget_oldest(place)
    return place.read_bytes()
