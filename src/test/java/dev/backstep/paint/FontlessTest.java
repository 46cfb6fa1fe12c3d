package dev.backstep.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A system without any font, as fontconfig sees it.
@EnabledOnOs(OS.LINUX)
class FontlessTest {

    @TempDir Path folder;

    @Test
    void a_picture_needs_no_font_of_the_system() throws IOException, InterruptedException {
        Path fonts = folder.resolve("fonts.conf");
        Files.writeString(
                fonts,
                """
                <?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
                <fontconfig><dir>%s/none</dir><cachedir>%s/cache</cachedir></fontconfig>
                """
                        .formatted(folder, folder));
        Path program = folder.resolve("p.bs");
        Files.writeString(program, "权重 = 2\nх = 3\nloss ロス = 权重 * х\n");
        ProcessBuilder backstep =
                new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "--add-modules=jdk.incubator.vector",
                                "-Dstderr.encoding=UTF-8",
                                "-Duser.home=" + folder, // where Java remembers fonts it saw
                                "-cp",
                                System.getProperty("java.class.path"),
                                "dev.backstep.Main",
                                "render",
                                program.toString(),
                                "-o",
                                folder.resolve("p.png").toString()));
        backstep.environment().put("FONTCONFIG_FILE", fonts.toString());
        backstep.redirectErrorStream(true);
        Process process = backstep.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(1, TimeUnit.MINUTES);
        assertEquals(0, process.exitValue(), said);
    }
}
