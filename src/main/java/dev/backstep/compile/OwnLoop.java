package dev.backstep.compile;

import java.lang.invoke.MethodHandles;
import java.util.Objects;

/// One loop, known to the class itself: what [OwnLoops] defines anew for every loop. C2 compiles
/// each of these classes by itself.
final class OwnLoop implements Runnable {

    private static final Runnable LOOP = loop();

    private static Runnable loop() {
        try {
            return Objects.requireNonNull(
                    MethodHandles.classData(MethodHandles.lookup(), "_", Runnable.class));
        } catch (IllegalAccessException e) {
            throw new LinkageError("a class may read its own data", e);
        }
    }

    @Override
    public void run() {
        LOOP.run();
    }
}
