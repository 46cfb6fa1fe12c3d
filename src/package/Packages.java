import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Makes what users install of a packaged image, for the system that this runs on: `.tar.gz` and `.deb` on Linux, `.zip`
/// and `.msi` on Windows, `.zip` and `.dmg` on macOS.
///
/// Usage: `java Packages.java IMAGE OUT VERSION`. Linux needs `tar` and `gzip`, and makes a `.deb` if it has `dpkg-deb`; Windows needs WiX for
/// the `.msi`. The image is linked, not copied, where the system can: its files keep their times, which the AOT caches ask for.
final class Packages {

    private static final Path SOURCE = Path.of("src/package");
    private static final Path ICONS = Path.of("assets/icon");

    /// The sides of the icon, as `dev.backstep.paint.AppIcon` has them.
    private static final List<Integer> SIDES = List.of(16, 32, 48, 64, 128, 256, 512);

    private final Path image;
    private final Path out;
    private final String version;

    private Packages(Path image, Path out, String version) {
        this.image = image;
        this.out = out;
        this.version = version;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Path out = Path.of(args[1]).toAbsolutePath();
        delete(out);
        Files.createDirectories(out);
        Packages packages = new Packages(Path.of(args[0]).toAbsolutePath(), out, args[2]);
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.contains("windows")) {
            packages.windows();
        } else if (system.contains("mac")) {
            packages.mac();
        } else {
            packages.linux();
        }
        try (Stream<Path> made = Files.list(out)) {
            for (Path file : made.sorted().toList()) {
                System.out.println(file + "  " + Files.size(file) / 1_000_000 + " MB");
            }
        }
    }

    private void linux() throws IOException, InterruptedException {
        Path stage = Files.createDirectories(out.resolve("stage"));
        String name = "backstep-" + version + "-linux-" + System.getProperty("os.arch");
        Path portable = Files.createDirectories(stage.resolve("portable"));
        copy(image, portable.resolve(name));
        share(portable.resolve(name).resolve("share"));
        Files.copy(Path.of("LICENSE"), portable.resolve(name).resolve("LICENSE"));
        run("tar", "-C", portable.toString(), "--owner=0", "--group=0", "-czf", out.resolve(name + ".tar.gz").toString(), name);
        if (isThere("dpkg-deb")) {
            debian(stage.resolve("deb"));
        }
        delete(stage);
    }

    private void debian(Path root) throws IOException, InterruptedException {
        copy(image, Files.createDirectories(root.resolve("usr/lib")).resolve("backstep"));
        Files.createDirectories(root.resolve("usr/bin"));
        Files.createSymbolicLink(root.resolve("usr/bin/backstep"), Path.of("../lib/backstep/bin/backstep"));
        share(root.resolve("usr/share"));
        Path doc = Files.createDirectories(root.resolve("usr/share/doc/backstep"));
        Files.copy(Path.of("LICENSE"), doc.resolve("copyright"));
        Files.copy(Path.of("README.md"), doc.resolve("README.md"));
        String machine = output("dpkg", "--print-architecture").strip();
        Path control = Files.createDirectories(root.resolve("DEBIAN")).resolve("control");
        Files.writeString(control, Files.readString(SOURCE.resolve("control"))
                .replace("@version@", version)
                .replace("@architecture@", machine)
                .replace("@size@", String.valueOf(size(root) / 1024)));
        // what dpkg --verify compares the files with
        Files.writeString(control.resolveSibling("md5sums"), output("sh", "-c", "cd \"$0\" && find usr -type f -exec md5sum {} +", root.toString()));
        run("dpkg-deb", "--root-owner-group", "-Zgzip", "--build", root.toString(), out.resolve("backstep_" + version + "_" + machine + ".deb").toString());
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /// What a system looks for in its folder `share`: the entry of its menu, the kind of file and its icon, the manual
    /// page, and what completes commands.
    private void share(Path share) throws IOException, InterruptedException {
        place(SOURCE.resolve("backstep.desktop"), share.resolve("applications/backstep.desktop"));
        place(SOURCE.resolve("backstep.mime.xml"), share.resolve("mime/packages/backstep.xml"));
        for (int side : SIDES) {
            place(ICONS.resolve("backstep-" + side + ".png"), share.resolve("icons/hicolor/" + side + "x" + side + "/apps/backstep.png"));
        }
        String launcher = image.resolve("bin/backstep").toString();
        Path completions = Files.createDirectories(share.resolve("bash-completion/completions"));
        Files.writeString(completions.resolve("backstep"), output(launcher, "for-system", "completion"));
        place(SOURCE.resolve("_backstep"), share.resolve("zsh/vendor-completions/_backstep"));
        Path page = Files.createDirectories(share.resolve("man/man1")).resolve("backstep.1");
        Files.writeString(page, output(launcher, "for-system", "man"));
        run("gzip", "-9n", page.toString());
    }

    private void windows() throws IOException, InterruptedException {
        run("tar", "-a", "-C", image.getParent().toString(), "-cf", out.resolve("backstep-" + version + "-windows.zip").toString(), image.getFileName().toString());
        Path icon = out.resolve("backstep.ico");
        ico(icon);
        jpackage("msi", icon, "--win-menu", "--win-shortcut", "--win-per-user-install", "--win-dir-chooser");
        Files.delete(icon);
    }

    private void mac() throws IOException, InterruptedException {
        run("ditto", "-c", "-k", "--keepParent", image.toString(), out.resolve("backstep-" + version + "-macos.zip").toString());
        Path icon = out.resolve("backstep.icns");
        icns(icon);
        jpackage("dmg", icon);
        Files.delete(icon);
    }

    /// The installer of the system, by jpackage, around the runtime and the jars of the image.
    private void jpackage(String type, Path icon, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jpackage").toString(),
                "--type", type,
                "--name", "Backstep",
                "--app-version", version,
                "--description", "Makes backpropagation visible",
                "--license-file", "LICENSE",
                "--icon", icon.toString(),
                "--runtime-image", image.resolve("runtime").toString(),
                "--input", image.resolve("app").toString(),
                "--main-jar", "backstep.jar",
                "--main-class", "dev.backstep.Main",
                "--java-options", "-XX:AOTCache=$APPDIR/window.aot",
                "--java-options", "-XX:+UnlockDiagnosticVMOptions",
                "--java-options", "-XX:-DisplayVMOutput",
                "--java-options", "-XX:CompilerDirectivesFile=$APPDIR/compiler.json",
                "--file-associations", SOURCE.resolve("associations.properties").toString(),
                "--dest", out.toString()));
        for (String options : List.of("options", "options-window")) {
            for (String option : Files.readAllLines(SOURCE.resolve(options))) {
                if (!option.startsWith("#")) {
                    command.addAll(List.of("--java-options", option));
                }
            }
        }
        command.addAll(List.of(more));
        run(command.toArray(String[]::new));
    }

    /// An icon of Windows: a directory of PNG files.
    private static void ico(Path file) throws IOException {
        List<Integer> sides = SIDES.stream().filter(s -> s <= 256).toList();
        try (DataOutputStream to = new DataOutputStream(Files.newOutputStream(file))) {
            to.write(new byte[] {0, 0, 1, 0, (byte) sides.size(), 0});
            int at = 6 + 16 * sides.size();
            for (int side : sides) {
                int length = (int) Files.size(ICONS.resolve("backstep-" + side + ".png"));
                byte edge = (byte) side; // 256 is written as 0
                to.write(new byte[] {edge, edge, 0, 0, 1, 0, 32, 0});
                to.writeInt(Integer.reverseBytes(length));
                to.writeInt(Integer.reverseBytes(at));
                at += length;
            }
            for (int side : sides) {
                Files.copy(ICONS.resolve("backstep-" + side + ".png"), to);
            }
        }
    }

    /// An icon of macOS: chunks of PNG files.
    private static void icns(Path file) throws IOException {
        List<String> kinds = List.of("ic07:128", "ic08:256", "ic09:512");
        int length = 8;
        for (String kind : kinds) {
            length += 8 + (int) Files.size(png(kind));
        }
        try (DataOutputStream to = new DataOutputStream(Files.newOutputStream(file))) {
            to.writeBytes("icns");
            to.writeInt(length);
            for (String kind : kinds) {
                to.writeBytes(kind.substring(0, 4));
                to.writeInt(8 + (int) Files.size(png(kind)));
                Files.copy(png(kind), to);
            }
        }
    }

    private static Path png(String kind) {
        return ICONS.resolve("backstep-" + kind.substring(5) + ".png");
    }

    private static void place(Path file, Path at) throws IOException {
        Files.createDirectories(at.getParent());
        Files.copy(file, at);
    }

    private static void copy(Path from, Path to) throws IOException, InterruptedException {
        run("cp", "-al", from.toString(), to.toString());
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + exit);
        }
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + process.exitValue());
        }
        return printed;
    }
}
