package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.session.ThemeChoice;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/// Pictures of the window, written to `target/gallery` under the name of its theme.
final class Shots {

    private final WindowHarness at;
    private ThemeChoice theme = ThemeChoice.LIGHT;

    Shots(WindowHarness at) {
        this.at = at;
    }

    void in(ThemeChoice colours) {
        theme = colours;
    }

    void take(String name) throws Exception {
        at.pulse();
        take(name, at.stage().getScene());
    }

    void take(String name, Scene scene) throws Exception {
        CompletableFuture<WritableImage> taken = new CompletableFuture<>();
        Platform.runLater(
                () ->
                        scene.snapshot(
                                shot -> {
                                    taken.complete(shot.getImage());
                                    return null;
                                },
                                null));
        at.await(taken::isDone);
        write(name, taken.join());
    }

    void write(String name, WritableImage image) throws IOException {
        int w = (int) image.getWidth();
        int h = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        int[] pixels = new int[w * h];
        image.getPixelReader()
                .getPixels(0, 0, w, h, PixelFormat.getIntArgbInstance(), pixels, 0, w);
        copy.setRGB(0, 0, w, h, pixels, 0, w);
        String dark = theme.name().toLowerCase(Locale.ROOT);
        File file = new File("target/gallery/window-" + dark + "-" + name + ".png");
        assertTrue(file.getParentFile().isDirectory() || file.getParentFile().mkdirs());
        assertTrue(ImageIO.write(copy, "png", file));
    }
}
