package dev.backstep.paint.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.layout.Box;
import dev.backstep.layout.Point;
import dev.backstep.paint.Theme;
import dev.backstep.paint.plot.NetworkGeometry.Tile;
import dev.backstep.paint.plot.NetworkGeometry.Wire;
import dev.backstep.paint.plot.NetworkPicture.BiasAt;
import dev.backstep.paint.plot.NetworkPicture.Emphasis;
import dev.backstep.paint.plot.NetworkPicture.Shows;
import dev.backstep.paint.plot.NetworkPicture.UnitAt;
import dev.backstep.paint.plot.NetworkPicture.WeightAt;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkGeometryTest {

    private static final Box USUAL = new Box(10, 20, 768, 640);

    /// A random network of `layers` layers: its units are what matters here, not what they answer.
    private static NetworkPicture random(int layers, Random random) {
        int[] units = new int[layers + 1];
        for (int k = 0; k <= layers; k++) {
            units[k] = 1 + random.nextInt(random.nextBoolean() ? 8 : 64);
        }
        return plain(units);
    }

    private static NetworkPicture plain(int... units) {
        Raster map = Raster.of(1, 1, 0.5);
        List<NetworkPicture.UnitColumn> columns = new ArrayList<>();
        List<NetworkPicture.Weights> weights = new ArrayList<>();
        for (int k = 0; k < units.length; k++) {
            columns.add(
                    new NetworkPicture.UnitColumn(
                            "a",
                            Stream.generate(() -> NetworkPicture.Unit.of(map, 1, 1))
                                    .limit(units[k])
                                    .toList(),
                            Scale.PROBABILITY));
            if (k > 0) {
                Raster w = Raster.generate(units[k - 1], units[k], (c, r) -> c - r);
                weights.add(new NetworkPicture.Weights("W", w, w, OptionalDouble.of(1)));
            }
        }
        return new NetworkPicture(columns, weights, PlotExamples.PLANE, Shows.WEIGHTS);
    }

    static Stream<Box> areas() {
        return Stream.of(
                USUAL, new Box(0, 0, 500, 360), new Box(0, 0, 3840, 2160), new Box(5, 5, 300, 700));
    }

    @ParameterizedTest
    @MethodSource("areas")
    void nothing_overlaps_and_all_lies_within_for_1_to_8_layers_of_1_to_64_units(Box area) {
        Random random = new Random(11);
        for (int layers = 1; layers <= 8; layers++) {
            for (int k = 0; k < 12; k++) {
                NetworkPicture picture = random(layers, random);
                NetworkGeometry places = NetworkGeometry.of(picture, area);
                List<Box> boxes = new ArrayList<>();
                places.tiles().forEach(t -> boxes.add(t.box()));
                places.blocks().forEach(b -> boxes.add(b.box()));
                places.bars().forEach(b -> boxes.add(b.box()));
                String network = "layers " + layers + ", network " + k + " in " + area;
                for (int i = 0; i < boxes.size(); i++) {
                    assertTrue(holds(area, boxes.get(i)), network + ": " + boxes.get(i));
                    for (int j = 0; j < i; j++) {
                        assertFalse(boxes.get(i).overlaps(boxes.get(j)), network);
                    }
                }
                assertEquals(layers + 1, places.headings().size(), network);
                assertEquals(layers, places.footers().size(), network);
                places.headings().forEach(h -> assertTrue(holds(area, h.box()), network));
                places.footers().forEach(f -> assertTrue(holds(area, f.box()), network));
            }
        }
    }

    private static boolean holds(Box area, Box box) {
        return box.x() >= area.x() - 1e-9
                && box.y() >= area.y() - 1e-9
                && box.right() <= area.right() + 1e-9
                && box.bottom() <= area.bottom() + 1e-9;
    }

    @Test
    void every_weight_is_a_wire_or_a_cell() {
        NetworkGeometry tiles = NetworkGeometry.of(plain(2, 6, 6, 1), USUAL);
        assertEquals(2 * 6 + 6 * 6 + 6, tiles.wires().size());
        assertEquals(List.of(), tiles.blocks());
        NetworkGeometry blocks = NetworkGeometry.of(plain(2, 64, 64, 1), USUAL);
        assertEquals(List.of(), blocks.wires());
        assertEquals(3, blocks.blocks().size());
    }

    @Test
    void every_wire_runs_from_the_right_of_a_tile_to_the_left_of_the_next() {
        NetworkGeometry places = NetworkGeometry.of(plain(2, 6, 6, 1), USUAL);
        for (Wire wire : places.wires()) {
            WeightAt at = wire.weight();
            Box from = tile(places, new UnitAt(at.layer(), at.from())).box();
            Box to = tile(places, new UnitAt(at.layer() + 1, at.to())).box();
            assertEquals(new Point(from.right(), from.center().y()), wire.start());
            assertEquals(new Point(to.x(), to.center().y()), wire.end());
            assertTrue(wire.end().x() > wire.start().x());
        }
    }

    private static Tile tile(NetworkGeometry places, UnitAt unit) {
        return places.tiles().stream().filter(t -> t.unit().equals(unit)).findFirst().orElseThrow();
    }

    @Test
    void a_place_is_that_of_its_unit_its_bias_its_wire_or_of_nothing() {
        NetworkGeometry places = NetworkGeometry.of(plain(2, 6, 6, 1), USUAL);
        for (Tile tile : places.tiles()) {
            assertEquals(Optional.of(tile.unit()), places.at(tile.box().center()));
            assertEquals(
                    Optional.of(new BiasAt(tile.unit().column(), tile.unit().unit())),
                    places.at(tile.bias().orElseThrow()));
        }
        Wire lone = places.wires().getLast();
        Point near = new Point(lone.end().x() - 12, lone.end().y() - 1);
        assertTrue(
                places.at(near).orElseThrow() instanceof WeightAt(int layer, _, _) && layer == 2);
        for (Wire wire : places.wires()) {
            assertEquals(0, wire.distance(wire.middle()), 0.6);
        }
        assertEquals(Optional.empty(), places.at(new Point(11, 21)));
    }

    @Test
    void a_place_on_a_heat_map_is_that_of_its_weight() {
        NetworkGeometry places = NetworkGeometry.of(plain(2, 64, 50, 1), USUAL);
        var block = places.blocks().get(1);
        for (int[] cell : new int[][] {{0, 0}, {49, 63}, {7, 33}}) {
            assertEquals(
                    Optional.of(new WeightAt(1, cell[0], cell[1])),
                    places.at(block.cell(cell[0], cell[1]).center()));
        }
    }

    /// 784-128-10 has 101,632 weights, and its features have no maps.
    @Test
    void a_network_of_digits_folds_to_heat_maps_and_is_drawn_at_once() {
        NetworkPicture digits = NetworkExamples.digits();
        NetworkGeometry places = NetworkGeometry.of(digits, USUAL);
        assertEquals(2, places.blocks().size());
        assertEquals(3, places.bars().size());
        Box block = places.blocks().getFirst().box();
        assertTrue(block.width() > 200, "there is room for more than " + block.width());
        painted(digits, USUAL);
    }

    @ParameterizedTest
    @MethodSource("areas")
    void numbers_that_are_not_finite_and_tiny_areas_are_drawn(Box area) {
        for (double odd :
                new double[] {0, Double.NaN, Double.POSITIVE_INFINITY, Double.MAX_VALUE, 5e-324}) {
            Raster map = Raster.of(2, 2, odd, odd, odd, odd);
            Raster w = Raster.of(1, 1, odd);
            NetworkPicture.Unit unit = NetworkPicture.Unit.of(map, odd, odd);
            NetworkPicture.UnitColumn column =
                    new NetworkPicture.UnitColumn("a", List.of(unit), Scale.around0(List.of(map)));
            var layer = new NetworkPicture.Weights("W", w, w, OptionalDouble.of(odd));
            for (Shows shows : Shows.values()) {
                NetworkPicture picture =
                        new NetworkPicture(
                                List.of(column, column), List.of(layer), PlotExamples.PLANE, shows);
                painted(picture, area);
                painted(picture, new Box(0, 0, 30, 20));
                painted(picture, new Box(0, 0, 1, 1));
            }
        }
    }

    private static void painted(NetworkPicture picture, Box area) {
        BufferedImage image = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        Emphasis all =
                new Emphasis(Optional.of(new UnitAt(1, 0)), Optional.of(new WeightAt(0, 0, 0)));
        NetworkGeometry places = NetworkGeometry.of(picture, area);
        NetworkPainter.paint(image.createGraphics(), Theme.LIGHT, picture, places, all);
        NetworkPainter.paint(
                image.createGraphics(),
                Theme.PRINT,
                picture,
                places,
                new Emphasis(Optional.of(new BiasAt(1, 0)), Optional.empty()));
    }
}
