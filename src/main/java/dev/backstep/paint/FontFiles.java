package dev.backstep.paint;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.scilab.forge.jlatexmath.DefaultTeXFont;
import org.scilab.forge.jlatexmath.TeXFormula;

/// Makes fonts of what is on the class path. Java makes a font of a stream by copying it to the
/// folder for temporary files; here a font that lies in a file, as the packaged ones do, is read
/// where it is, so that drawing needs no such folder.
final class FontFiles {

    /// More than all fonts of formulas take.
    private static final int ALL = 1 << 20;

    private FontFiles() {}

    /// @param resource where it is on the class path
    static Font font(String resource) {
        ScriptFonts.lend();
        URL at = Objects.requireNonNull(FontFiles.class.getResource(resource), resource);
        try {
            return Font.createFont(Font.TRUETYPE_FONT, file(at));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(resource, e);
        }
    }

    /// @param resource where it is on the class path
    static Path path(String resource) {
        URL at = Objects.requireNonNull(FontFiles.class.getResource(resource), resource);
        try {
            return file(at).toPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Gives JLaTeXMath the fonts that lie in files, and all others where it could not copy them
    /// itself. To be called again when it has loaded an alphabet: it loads a font when it is first
    /// needed, and has no other way in.
    static void readyFormulas() {
        ScriptFonts.lend();
        FormulaTables.load();
        try {
            var _ = new DefaultTeXFont(1);
            Class<?> info = Class.forName("org.scilab.forge.jlatexmath.FontInfo");
            Map<?, ?> all = (Map<?, ?>) field(info, "fonts").get(null);
            Field font = field(info, "font");
            for (Object each : Objects.requireNonNull(all).values()) {
                if (font.get(each) == null) {
                    give(each, info);
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void give(Object each, Class<?> info) throws ReflectiveOperationException {
        Object base = field(info, "base").get(each);
        String path = (String) Objects.requireNonNull(field(info, "path").get(each));
        Class<?> from = base == null ? DefaultTeXFont.class : base.getClass();
        URL at = Objects.requireNonNull(from.getResource(path), path);
        float size = TeXFormula.PIXELS_PER_POINT * TeXFormula.FONT_SCALE_FACTOR;
        try {
            Optional<File> file = lying(at);
            if (file.isPresent() || !CanCopy.HERE) {
                Font font = Font.createFont(Font.TRUETYPE_FONT, file(at)).deriveFont(size);
                field(info, "font").set(each, font);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(path, e);
        }
    }

    private static Field field(Class<?> type, String name) throws NoSuchFieldException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    /// A file that holds what is at an address: that very file, its like in the folders
    /// `fonts/lent` or `fonts` beside the jar, or a copy wherever one can be made. What is lent to
    /// the system has a folder of its own: all else in it would be taken for fonts of the system,
    /// too.
    private static File file(URL at) throws IOException {
        Optional<File> lying = lying(at);
        return lying.isPresent() ? lying.get() : copy(at);
    }

    /// The same without a copy.
    private static Optional<File> lying(URL at) throws IOException {
        try {
            if (at.getProtocol().equals("file")) {
                return Optional.of(Path.of(at.toURI()).toFile());
            }
            String name = at.getPath().substring(at.getPath().lastIndexOf('/') + 1);
            return beside(at, name).map(Path::toFile);
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static Optional<Path> beside(URL at, String name) throws URISyntaxException {
        String jar = at.getPath().replaceFirst("!/.*", "");
        if (!jar.startsWith("file:")) {
            return Optional.empty();
        }
        Path folder = Path.of(new URI(jar)).resolveSibling("fonts");
        return Stream.of(folder.resolve("lent").resolve(name), folder.resolve(name))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /// Whether JLaTeXMath can copy a font.
    private static final class CanCopy {

        static final boolean HERE = canCopy();
    }

    private static boolean canCopy() {
        try {
            Path probe = Files.createTempFile("backstep", ".font");
            try {
                Files.write(probe, new byte[ALL]);
            } finally {
                Files.delete(probe);
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static File copy(URL at) throws IOException {
        List<Path> folders =
                Stream.of(
                                System.getProperty("java.io.tmpdir"),
                                "/dev/shm",
                                "/tmp",
                                "/var/tmp",
                                System.getProperty("user.home"),
                                "")
                        .map(Path::of)
                        .toList();
        for (Path folder : folders) {
            Optional<File> copy = copy(at, folder);
            if (copy.isPresent()) {
                return copy.get();
            }
        }
        throw new IOException(
                "there is no folder for a font to be read from: set java.io.tmpdir to one that can be written");
    }

    private static Optional<File> copy(URL at, Path folder) throws IOException {
        Path file;
        try {
            file = Files.createTempFile(folder.toAbsolutePath(), "backstep", ".font");
        } catch (IOException e) {
            return Optional.empty();
        }
        file.toFile().deleteOnExit();
        try (InputStream in = at.openStream()) {
            byte[] bytes = in.readAllBytes();
            Files.write(file, bytes);
            return Optional.of(file.toFile());
        } catch (IOException e) {
            Files.deleteIfExists(file);
            return Optional.empty();
        }
    }
}
