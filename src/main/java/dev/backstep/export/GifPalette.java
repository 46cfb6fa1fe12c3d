package dev.backstep.export;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.batik.ext.awt.image.rendered.IndexImage;

/// The 256 colours of a film. Those that cover most are themselves; the others, the smoothed edges
/// between them, are divided by median cut (Heckbert 1982, *Color image quantization for frame
/// buffer display*), as Batik does it. There is no dithering: areas stay even, and a step changes
/// nothing but what it is about.
final class GifPalette {

    private static final int COLOURS = 256;

    /// So many of the most frequent colours are kept as they are.
    private static final int EXACT = 64;

    /// About as many pixels stand for the rest while it is divided.
    private static final int SAMPLED = 200_000;

    private final int[] colours;
    private final Map<Integer, Integer> known = new HashMap<>();

    private GifPalette(List<Integer> colours) {
        this.colours = colours.stream().mapToInt(c -> c).toArray();
    }

    /// How often each colour occurs in pictures.
    static final class Count {

        private final Map<Integer, Long> pixels = new HashMap<>();

        void add(BufferedImage image, Rectangle part) {
            int[] row = new int[part.width];
            for (int y = part.y; y < part.y + part.height; y++) {
                image.getRGB(part.x, y, part.width, 1, row, 0, part.width);
                int start = 0;
                for (int x = 1; x <= row.length; x++) {
                    if (x == row.length || row[x] != row[start]) {
                        pixels.merge(row[start] & 0xFFFFFF, (long) x - start, Long::sum);
                        start = x;
                    }
                }
            }
        }

        GifPalette palette() {
            List<Integer> byPixels =
                    pixels.entrySet().stream()
                            .sorted(
                                    Map.Entry.<Integer, Long>comparingByValue()
                                            .reversed()
                                            .thenComparing(Map.Entry.comparingByKey()))
                            .map(Map.Entry::getKey)
                            .toList();
            if (byPixels.size() <= COLOURS) {
                return new GifPalette(byPixels);
            }
            List<Integer> chosen = new ArrayList<>(byPixels.subList(0, EXACT));
            chosen.addAll(divided(byPixels.subList(EXACT, byPixels.size()), COLOURS - EXACT));
            return new GifPalette(chosen);
        }

        /// Few colours for many: each of the many as often as the root of its pixels says, so that
        /// the rare ones count too.
        private List<Integer> divided(List<Integer> many, int few) {
            double all = many.stream().mapToDouble(c -> Math.sqrt(pixels(c))).sum();
            double share = Math.min(1, SAMPLED / all);
            List<Integer> sample = new ArrayList<>();
            for (int colour : many) {
                int times = (int) Math.ceil(share * Math.sqrt(pixels(colour)));
                for (int i = 0; i < times; i++) {
                    sample.add(colour);
                }
            }
            BufferedImage image = new BufferedImage(sample.size(), 1, BufferedImage.TYPE_INT_RGB);
            for (int i = 0; i < sample.size(); i++) {
                image.setRGB(i, 0, sample.get(i));
            }
            var model = (IndexColorModel) IndexImage.getIndexedImage(image, few).getColorModel();
            List<Integer> found = new ArrayList<>();
            for (int i = 0; i < model.getMapSize(); i++) {
                found.add(model.getRGB(i) & 0xFFFFFF);
            }
            return found.stream().distinct().sorted(Comparator.naturalOrder()).toList();
        }

        private long pixels(int colour) {
            return pixels.getOrDefault(colour, 0L);
        }
    }

    /// How GIF knows it.
    IndexColorModel model() {
        byte[] red = new byte[COLOURS];
        byte[] green = new byte[COLOURS];
        byte[] blue = new byte[COLOURS];
        for (int i = 0; i < colours.length; i++) {
            red[i] = (byte) (colours[i] >> 16);
            green[i] = (byte) (colours[i] >> 8);
            blue[i] = (byte) colours[i];
        }
        return new IndexColorModel(8, COLOURS, red, green, blue);
    }

    /// Which of its colours is nearest to one; the first of several.
    int index(int rgb) {
        return known.computeIfAbsent(rgb & 0xFFFFFF, this::nearest);
    }

    private int nearest(int rgb) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < colours.length; i++) {
            int distance = distance(rgb, colours[i]);
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    /// Weighed by how well eyes tell reds, greens and blues apart.
    private static int distance(int a, int b) {
        int red = (a >> 16 & 0xFF) - (b >> 16 & 0xFF);
        int green = (a >> 8 & 0xFF) - (b >> 8 & 0xFF);
        int blue = (a & 0xFF) - (b & 0xFF);
        return 3 * red * red + 6 * green * green + blue * blue;
    }
}
