package dev.backstep.compile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Objects;

/// Loops with a class of their own each, so that C2 compiles each of them for its own shapes.
///
/// All programs share the kernels, so C2 knows nothing of the matrices they are called with: in a
/// small network, reading shapes and choosing tiles takes longer than the arithmetic. In a class of
/// its own the loop is a constant, with it are the arrays, offsets, shapes and strides that it has
/// captured, and what remains of a kernel is a few vectors in a row. C2 must put the whole kernel
/// into one method for that, which the directives of the packaged `backstep train` make it do;
/// without them, a loop is as fast as before. The numbers are the same bit for bit, as it is the
/// same code.
///
/// The classes are hidden ones (JEP 371), copies of [OwnLoop] but for the loop that each holds;
/// they go when the program goes. No code is made of what a user has written.
final class OwnLoops {

    private static final byte[] TEMPLATE = template();

    private OwnLoops() {}

    private static byte[] template() {
        String file = OwnLoop.class.getSimpleName() + ".class";
        try (InputStream in = OwnLoop.class.getResourceAsStream(file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same loop in a class of its own.
    static Runnable of(Runnable loop) {
        try {
            MethodHandles.Lookup own =
                    MethodHandles.lookup().defineHiddenClassWithClassData(TEMPLATE, loop, true);
            return (Runnable)
                    own.findConstructor(own.lookupClass(), MethodType.methodType(void.class))
                            .asType(MethodType.methodType(Runnable.class))
                            .invokeExact();
        } catch (Throwable e) {
            throw new LinkageError("no class for a loop", e);
        }
    }
}
