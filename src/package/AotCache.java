import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Gives a packaged image its AOT cache: rehearses a start with the image's own runtime, and tells its launcher.
///
/// Usage: `java AotCache.java IMAGE`. A cache is for one runtime and one class path, so it is made in the image itself.
final class AotCache {

    private static final String CACHE = "backstep.aot";

    public static void main(String[] args) throws IOException, InterruptedException {
        Path image = Path.of(args[0]).toAbsolutePath();
        Path app = Files.isDirectory(image.resolve("lib/app")) ? image.resolve("lib/app") : image.resolve("app");
        Path runtime = Files.isDirectory(image.resolve("lib/runtime")) ? image.resolve("lib/runtime") : image.resolve("runtime");
        Path config = app.resolve("backstep.cfg");
        List<String> lines = Files.readAllLines(config);
        List<String> java = new ArrayList<>(List.of(runtime.resolve("bin/java").toString()));
        java.addAll(values(lines, "java-options=", app));
        java.addAll(List.of("-cp", values(lines, "app.classpath=", app).stream().collect(Collectors.joining(System.getProperty("path.separator")))));
        java.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
        java.addAll(List.of("-XX:AOTCacheOutput=" + app.resolve(CACHE), "dev.backstep.Rehearsal"));
        int exit = new ProcessBuilder(java).inheritIO().start().waitFor();
        if (exit != 0 || !Files.exists(app.resolve(CACHE))) {
            throw new IOException("the rehearsal ended with " + exit + " and left no cache");
        }
        Files.writeString(config, "java-options=-XX:AOTCache=$APPDIR/" + CACHE + "\n", StandardOpenOption.APPEND);
    }

    private static List<String> values(List<String> config, String key, Path app) {
        return config.stream()
                .filter(l -> l.startsWith(key))
                .map(l -> l.substring(key.length()).replace("$APPDIR", app.toString()))
                .toList();
    }
}
