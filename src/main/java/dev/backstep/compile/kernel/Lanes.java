package dev.backstep.compile.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// How many numbers a vector holds: as many as the machine has room for, or, so that every width is
/// tested on any machine, as many as the system property `backstep.vector.bits` says: 128, 256 or
/// 512 bits, 64 a number. A vector wider than those of the machine is slow and right.
public final class Lanes {

    /// A constant, so that C2 knows the width of every loop.
    public static final VectorSpecies<Double> SPECIES =
            of(Integer.getInteger("backstep.vector.bits", 0));

    private Lanes() {}

    private static VectorSpecies<Double> of(int bits) {
        return bits == 0
                ? DoubleVector.SPECIES_PREFERRED
                : VectorSpecies.of(double.class, VectorShape.forBitSize(bits));
    }
}
