import java.io.IOException;
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
        try (Stream<Path> jars = Files.list(app)) {
            for (Path jar : jars.filter(f -> f.toString().endsWith(".jar")).toList()) {
                unsign(jar);
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

    /// Takes the signatures out of a jar: classes of signed jars are kept out of the cache, and verifying them at every
    /// start takes longer than all the rest.
    private static void unsign(Path jar) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(jar);
                Stream<Path> found = Files.isDirectory(files.getPath("META-INF")) ? Files.list(files.getPath("META-INF")) : Stream.empty()) {
            for (Path file : found.filter(f -> f.toString().matches(".*\\.(SF|RSA|DSA|EC)")).toList()) {
                Files.delete(file);
            }
        }
    }

    private static List<String> values(List<String> config, String key, Path app) {
        return config.stream()
                .filter(l -> l.startsWith(key))
                .map(l -> l.substring(key.length()).replace("$APPDIR", app.toString()))
                .toList();
    }
}
