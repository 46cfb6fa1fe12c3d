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
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Gives a packaged image its AOT cache: rehearses a start with the image's own runtime, and tells its launcher.
///
/// Usage: `java AotCache.java IMAGE`. A cache is for one runtime and one class path, so it is made in the image itself.
final class AotCache {

    private static final String CACHE = "backstep.aot";

    public static void main(String[] args) throws IOException, InterruptedException {
        Path image = Path.of(args[0]).toAbsolutePath();
        Path app = Files.isDirectory(image.resolve("lib/app")) ? image.resolve("lib/app") : image.resolve("app");
        Path runtime = Files.isDirectory(image.resolve("lib/runtime")) ? image.resolve("lib/runtime") : image.resolve("runtime");
        try (Stream<Path> found = Files.list(app)) {
            List<Path> jars = found.filter(f -> f.toString().endsWith(".jar")).toList();
            ClassFile classes = classes(jars);
            for (Path jar : jars) {
                ready(jar, classes);
            }
        }
        Path config = app.resolve("backstep.cfg");
        List<String> lines = Files.readAllLines(config);
        List<String> java = new ArrayList<>(List.of(runtime.resolve("bin/java").toString()));
        java.addAll(values(lines, "java-options=", app));
        java.addAll(List.of("-cp", values(lines, "app.classpath=", app).stream().collect(Collectors.joining(System.getProperty("path.separator")))));
        java.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
        java.addAll(List.of("-Xlog:aot=error,cds=error", "-XX:AOTCacheOutput=" + app.resolve(CACHE), "dev.backstep.Rehearsal"));
        int exit = new ProcessBuilder(java).inheritIO().start().waitFor();
        if (exit != 0 || !Files.exists(app.resolve(CACHE))) {
            throw new IOException("the rehearsal ended with " + exit + " and left no cache");
        }
        Files.writeString(config, "java-options=-XX:AOTCache=$APPDIR/" + CACHE + "\n", StandardOpenOption.APPEND);
    }

    /// Readies a jar for the cache, which keeps out two kinds of classes: those of signed jars, whose verification at
    /// every start takes longer than all the rest, and those compiled for Java 5, before class files said how they verify.
    private static void ready(Path jar, ClassFile classes) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(jar);
                Stream<Path> all = Files.walk(files.getPath("/"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = file.toString();
                if (name.matches("/META-INF/[^/]*\\.(SF|RSA|DSA|EC)")) {
                    Files.delete(file);
                } else if (name.endsWith(".class")) {
                    byte[] old = Files.readAllBytes(file);
                    if (version(old) < ClassFile.JAVA_6_VERSION) {
                        Files.write(file, modern(classes, old));
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
        URL[] urls = new URL[jars.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = jars.get(i).toUri().toURL();
        }
        ClassLoader loader = new URLClassLoader(urls);
        return ClassFile.of(
                ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(loader)
                        .orElse(ClassHierarchyResolver.defaultResolver())));
    }

    private static List<String> values(List<String> config, String key, Path app) {
        return config.stream()
                .filter(l -> l.startsWith(key))
                .map(l -> l.substring(key.length()).replace("$APPDIR", app.toString()))
                .toList();
    }
}
