package dev.backstep.paint;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The library that finds fonts on Linux, for AWT and for JavaFX.
///
/// For letters that a font lacks, JavaFX looks among the fonts of fontconfig alone, not among those
/// that it was given; and without any font there, AWT does not start. So fontconfig is told of our
/// fonts, for this process. Windows and macOS bring fonts for all scripts.
final class Fontconfig {

    private static final String LIBRARY = "libfontconfig.so.1";
    private static final FunctionDescriptor ADD = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS);

    private Fontconfig() {}

    /// Adds fonts to those of the system, where there is fontconfig. To be called before a toolkit
    /// first looks for a font.
    static void add(List<Path> fonts) {
        library()
                .flatMap(lib -> lib.find("FcConfigAppFontAddFile"))
                .map(function -> Linker.nativeLinker().downcallHandle(function, ADD))
                .ifPresent(add -> fonts.forEach(font -> add(add, font)));
    }

    private static Optional<SymbolLookup> library() {
        try {
            return Optional.of(SymbolLookup.libraryLookup(LIBRARY, Arena.global()));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not Linux
        }
    }

    private static void add(MethodHandle add, Path font) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment current = MemorySegment.NULL;
            int added = (int) add.invokeExact(current, arena.allocateFrom(font.toString()));
            if (added == 0) {
                throw new IllegalStateException("fontconfig cannot read " + font);
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e); // C throws nothing
        }
    }
}
