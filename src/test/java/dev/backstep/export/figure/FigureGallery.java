package dev.backstep.export.figure;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Theme;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/// Figures as pictures to look at, in `target/gallery`.
final class FigureGallery {

    private static final Path FOLDER = Path.of("target/gallery");

    private FigureGallery() {}

    /// With a margin of 24 units.
    static BufferedImage painted(Explained figure, Theme theme, double scale) {
        int wide = (int) Math.ceil(scale * (figure.size().width() + 48));
        int high = (int) Math.ceil(scale * (figure.size().height() + 48));
        BufferedImage image = new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(theme.color(ColorRole.PAPER));
        g.fillRect(0, 0, wide, high);
        g.scale(scale, scale);
        figure.paint(g, theme, 24, 24);
        g.dispose();
        return image;
    }

    static void draw(Explained figure, String name, Theme theme) throws IOException {
        Files.createDirectories(FOLDER);
        Path file = FOLDER.resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
        assertTrue(ImageIO.write(painted(figure, theme, 2), "png", file.toFile()));
    }
}
