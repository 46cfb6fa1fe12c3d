import java.io.File;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Completes a packaged image, which holds a runtime and the jars of the program: adds its launcher, and the AOT caches
/// (JEP 483, JEP 514) that make it start fast.
///
/// Usage: `java Image.java IMAGE JAVAFX`, the second the folder of the jars of JavaFX. A cache is for one runtime and one class path, so it is made in the image itself.
final class Image {

    /// The fonts that the program lends to the system, see `dev.backstep.paint.ScriptFonts`.
    private static final Set<String> LENT = Set.of("Han.ttf", "Letters.ttf");

    /// A cache also keeps how each method was compiled in its rehearsal, and a start compiles it the same way at once. So the
    /// window is rehearsed with the quick compiler alone: the optimising one would take a core from it for seconds. What
    /// is first used later on, such as the loops of a training, is optimised as ever.
    private static final String QUICK = "-XX:TieredStopAtLevel=1";

    private static final Path SOURCE = Path.of("src/package");
    private static final Path SAMPLE = Path.of("samples/04-x2-plus-2xy.bs");

    public static void main(String[] args) throws IOException, InterruptedException {
        Path image = Path.of(args[0]).toAbsolutePath();
        Path app = image.resolve("app");
        Path launcher = Files.createDirectories(image.resolve("bin")).resolve("backstep");
        Files.copy(SOURCE.resolve("backstep"), launcher);
        launcher.toFile().setExecutable(true, false);
        // Windows misses labels of a script whose lines end otherwise
        String windowsLines = Files.readString(SOURCE.resolve("backstep.cmd")).replaceAll("\\R", "\r\n");
        Files.writeString(launcher.resolveSibling("backstep.cmd"), windowsLines);
        for (String file : List.of(
                "compiler.json",
                "compiler-train.json",
                "options",
                "options-command",
                "options-train",
                "options-window")) {
            Files.copy(SOURCE.resolve(file), app.resolve(file));
        }
        try (Stream<Path> found = Files.list(app)) {
            List<Path> jars = found.filter(f -> f.toString().endsWith(".jar")).toList();
            ClassFile classes = classes(Stream.concat(jars.stream(), javaFx(Path.of(args[1])).stream()).toList());
            for (Path jar : jars) {
                ready(jar, classes);
            }
            compileStyles(app.resolve("backstep.jar"), Path.of(args[1]));
        }
        lendFonts(app);
        Path windows = image.resolve("runtime/bin/java.dll");
        spread(Path.of(args[1]), image.resolve(Files.exists(windows) ? "runtime/bin" : "runtime/lib"));
        rehearse(image, "numbers");
        rehearse(image, "command");
        rehearse(image, "window", QUICK);
    }

    /// The jars of JavaFX: their classes are not readied, but ours are made of them.
    private static List<Path> javaFx(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(f -> f.toString().endsWith(".jar")).toList();
        }
    }

    /// Lays each style sheet of the program beside itself as JavaFX keeps it when it has read it, and looks for it first: so no
    /// start has to read it.
    private static void compileStyles(Path jar, Path jars) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(jar);
                Stream<Path> all = Files.walk(files.getPath("/"))) {
            for (Path sheet : all.filter(f -> f.toString().endsWith(".css")).toList()) {
                Path source = Files.createTempFile("sheet", ".css");
                Path compiled = Files.createTempFile("sheet", ".bss");
                Files.write(source, Files.readAllBytes(sheet));
                Class<?> stylesheet = loader(javaFx(jars)).loadClass("javafx.css.Stylesheet");
                stylesheet
                        .getMethod("convertToBinary", File.class, File.class)
                        .invoke(null, source.toFile(), compiled.toFile());
                String name = sheet.getFileName().toString().replace(".css", ".bss");
                Files.write(sheet.resolveSibling(name), Files.readAllBytes(compiled));
                Files.delete(source);
                Files.delete(compiled);
            }
        } catch (ReflectiveOperationException e) {
            throw new IOException(e);
        }
    }

    /// Lays the fonts of the jars beside them, as files: Java reads those where they are, and copies any other to the
    /// folder for temporary files first. Those that are lent to the system have a folder of their own, else Java would take
    /// all fonts beside them for fonts of the system.
    private static void lendFonts(Path app) throws IOException {
        Path fonts = app.resolve("fonts");
        Path lent = Files.createDirectories(fonts.resolve("lent"));
        try (Stream<Path> found = Files.list(app)) {
            for (Path jar : found.filter(f -> f.toString().endsWith(".jar")).toList()) {
                try (FileSystem files = FileSystems.newFileSystem(jar);
                        Stream<Path> all = Files.walk(files.getPath("/"))) {
                    for (Path font : all.filter(f -> f.toString().matches(".*\\.[ot]tf")).toList()) {
                        String name = font.getFileName().toString();
                        Files.copy(font, (LENT.contains(name) ? lent : fonts).resolve(name));
                    }
                }
            }
        }
    }

    /// Lays the native parts of JavaFX beside those of Java. It finds them there at once; out of its jars it copies them
    /// to the home of each user, and at every start it compares copy and original.
    private static void spread(Path jars, Path libraries) throws IOException {
        try (Stream<Path> found = Files.list(jars)) {
            for (Path jar : found.toList()) {
                try (FileSystem files = FileSystems.newFileSystem(jar);
                        Stream<Path> top = Files.list(files.getPath("/"))) {
                    for (Path library : top.filter(f -> f.toString().matches(".*\\.(so|dylib|dll)")).toList()) {
                        Files.copy(library, libraries.resolve(library.getFileName().toString()));
                    }
                }
            }
        }
    }

    /// Makes the cache for one kind of start.
    private static void rehearse(Path image, String kind, String... options) throws IOException, InterruptedException {
        Path app = image.resolve("app");
        Path cache = app.resolve(kind + ".aot");
        Path state = Files.createTempDirectory("rehearsal");
        List<String> command = new ArrayList<>(List.of(
                image.resolve("runtime/bin/java").toString(),
                "@" + app.resolve("options"),
                "-XX:AOTCacheOutput=" + cache,
                "-Xlog:aot=error,cds=error",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Duser.home=" + state));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-cp", app.resolve("backstep.jar").toString(), "dev.backstep.Rehearsal", kind, SAMPLE.toString()));
        ProcessBuilder start = new ProcessBuilder(command);
        start.environment().put("XDG_STATE_HOME", state.toString());
        int exit = start.inheritIO().start().waitFor();
        if (exit != 0 || !Files.exists(cache)) {
            throw new IOException("the rehearsal of a " + kind + " ended with " + exit + " and left no cache");
        }
        try (Stream<Path> left = Files.walk(state)) {
            left.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
        }
    }

    /// Readies a jar for the cache, which keeps out two kinds of classes: those of signed jars, whose verification at
    /// every start takes longer than all the rest, and those compiled for Java 5, before class files said how they verify.
    /// It also keeps out what [Switches] writes out.
    private static void ready(Path jar, ClassFile classes) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(jar);
                Stream<Path> all = Files.walk(files.getPath("/"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = file.toString();
                if (name.matches("/META-INF/[^/]*\\.(SF|RSA|DSA|EC)")) {
                    Files.delete(file);
                } else if (name.endsWith(".class")) {
                    byte[] old = Files.readAllBytes(file);
                    byte[] ready = version(old) < ClassFile.JAVA_6_VERSION
                            ? modern(classes, old)
                            : Switches.writtenOut(classes, old);
                    if (ready != old) {
                        Files.write(file, ready);
                    }
                }
            }
        }
    }

    private static int version(byte[] classFile) {
        return (classFile[6] & 0xFF) << 8 | classFile[7] & 0xFF;
    }

    /// The same class as the compiler of Java 17 would have written it: with stack maps. One that names classes of
    /// libraries which are not shipped stays as it is.
    private static byte[] modern(ClassFile classes, byte[] old) {
        ClassModel model = classes.parse(old);
        try {
            return classes.build(model.thisClass().asSymbol(), out -> model.forEach(element -> {
                switch (element) {
                    case ClassFileVersion _ -> out.withVersion(ClassFile.JAVA_17_VERSION, 0);
                    default -> out.with(element);
                }
            }));
        } catch (IllegalArgumentException e) {
            return old;
        }
    }

    /// Reads and writes classes that may name any class of these jars.
    private static ClassFile classes(List<Path> jars) throws IOException {
        ClassLoader loader = loader(jars);
        return ClassFile.of(
                ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(loader)
                        .orElse(ClassHierarchyResolver.defaultResolver())));
    }

    private static ClassLoader loader(List<Path> jars) throws IOException {
        URL[] urls = new URL[jars.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = jars.get(i).toUri().toURL();
        }
        return new URLClassLoader(urls);
    }
}
