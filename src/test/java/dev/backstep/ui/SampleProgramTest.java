package dev.backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SampleProgramTest {

    @Test
    void a_jar_and_a_folder_give_the_same_samples(@TempDir Path here) throws IOException {
        List<String> inFolder = SampleProgram.names();
        assertThat(inFolder).contains(SampleProgram.FIRST.file()).isSorted();

        Path file = here.resolve("a.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new JarEntry("dev/backstep/samples/"));
            for (String name : inFolder.reversed()) {
                out.putNextEntry(new JarEntry("dev/backstep/samples/" + name));
            }
            out.putNextEntry(new JarEntry("dev/backstep/other.bs"));
        }
        try (JarFile jar = new JarFile(file.toFile())) {
            assertThat(SampleProgram.in(jar)).isEqualTo(inFolder);
        }
    }
}
