package dev.backstep.monitor;

import dev.backstep.paint.plot.Plane;
import dev.backstep.paint.plot.Raster;
import dev.backstep.train.Grid;
import dev.backstep.train.Responses;

/// What a network answers over a grid.
public record Mapped(Grid grid, Responses responses) {

    /// What a unit answers.
    Raster unit(int layer, int unit) {
        return Raster.of(grid.columns(), grid.rows(), responses.unit(layer, unit));
    }

    Raster output(int k) {
        return Raster.of(grid.columns(), grid.rows(), responses.output(k));
    }

    /// A feature itself.
    Raster feature(int f) {
        return Raster.generate(
                grid.columns(),
                grid.rows(),
                (col, row) ->
                        f == grid.horizontal()
                                ? grid.x(col)
                                : f == grid.vertical() ? grid.y(row) : grid.others().get(f));
    }

    /// The plane from edge to edge: the points of the grid are the middles of the cells drawn.
    Plane plane() {
        double across = half(grid.right() - grid.left(), grid.columns());
        double up = half(grid.top() - grid.bottom(), grid.rows());
        return new Plane(
                grid.left() - across,
                grid.right() + across,
                grid.bottom() - up,
                grid.top() + up,
                name(grid.horizontal()),
                name(grid.vertical()));
    }

    private static double half(double length, int points) {
        return points > 1 ? length / (points - 1) / 2 : 0;
    }

    /// A feature as TeX, counted from 0.
    static String name(int feature) {
        return "x_{" + (feature + 1) + "}";
    }
}
