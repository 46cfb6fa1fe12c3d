package dev.backstep.compile.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// How many numbers a vector holds: as many as the machine has room for, or, so that every width is
/// tested on any machine, as many as the system property `backstep.vector.bits` says: 128, 256 or
/// 512 bits, 64 a number. A vector wider than those of the machine is slow and right.
public final class Lanes {

    /// A constant, so that C2 knows the width of every loop.
    public static final VectorSpecies<Double> SPECIES =
            of(Integer.getInteger("backstep.vector.bits", 0));

    /// Which lane comes to each: the one that is 1, 2 or 4 further on or back.
    static final VectorShuffle<Double> SWAP1 = swap(1);

    static final VectorShuffle<Double> SWAP2 = swap(2);
    static final VectorShuffle<Double> SWAP4 = swap(4);

    /// The lanes that [#SWAP1], [#SWAP2] and [#SWAP4] bring back.
    static final VectorMask<Double> HIGH1 = VectorMask.fromLong(SPECIES, 0b10101010);

    static final VectorMask<Double> HIGH2 = VectorMask.fromLong(SPECIES, 0b11001100);
    static final VectorMask<Double> HIGH4 = VectorMask.fromLong(SPECIES, 0b11110000);

    private Lanes() {}

    private static VectorShuffle<Double> swap(int far) {
        return VectorShuffle.fromOp(SPECIES, k -> (k ^ far) & SPECIES.length() - 1);
    }

    private static VectorSpecies<Double> of(int bits) {
        return bits == 0
                ? DoubleVector.SPECIES_PREFERRED
                : VectorSpecies.of(double.class, VectorShape.forBitSize(bits));
    }
}
