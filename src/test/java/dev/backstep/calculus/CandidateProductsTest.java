package dev.backstep.calculus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.backstep.calculus.CandidateProducts.Candidate;
import dev.backstep.calculus.CandidateProducts.Verdict;
import dev.backstep.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandidateProductsTest {

    /// z = w·x with w 2×3 and x 3×4: of all eight, only wᵀ·g (3×2)·(2×4) has the shape of x.
    @Test
    void only_one_product_fits_where_all_sizes_differ() {
        Tensor w = Tensor.of(2, 3, 1, 2, 3, -1, 0, 2);
        Tensor g = Tensor.of(2, 4, 1, 0, 0, 2, 0, 1, -1, 0);
        CandidateProducts all = CandidateProducts.of(g, w, w.transposed().matmul(g));
        assertEquals(1, all.fitting());
        Candidate right = all.all().getFirst();
        assertEquals("(3×2)·(2×4)", right.shapes());
        assertInstanceOf(Verdict.Right.class, right.verdict());
        long none =
                all.all().stream().filter(c -> c.verdict() instanceof Verdict.NoProduct).count();
        assertEquals(6, none);
    }

    /// gᵀ·w (4×2)·(2×3) can be multiplied, but is the transpose of the gradient: 4×3.
    @Test
    void a_product_of_another_shape_is_told_from_none() {
        Tensor w = Tensor.of(2, 3, 1, 2, 3, -1, 0, 2);
        Tensor g = Tensor.of(2, 4, 1, 0, 0, 2, 0, 1, -1, 0);
        CandidateProducts all = CandidateProducts.of(g, w, w.transposed().matmul(g));
        List<Candidate> other =
                all.all().stream().filter(c -> c.verdict() instanceof Verdict.OtherShape).toList();
        assertEquals(1, other.size());
        assertEquals("4×3", other.getFirst().result().toString());
    }

    /// With squares all eight fit; for w = (1, 2; 3, 4) and g = (1, 0; 1, 1), wᵀ·g = (4, 3; 6, 4)
    /// is none of the other seven.
    @Test
    void squares_all_fit_and_only_the_numbers_tell() {
        Tensor w = Tensor.of(2, 2, 1, 2, 3, 4);
        Tensor g = Tensor.of(2, 2, 1, 0, 1, 1);
        CandidateProducts all = CandidateProducts.of(g, w, w.transposed().matmul(g));
        assertEquals(8, all.fitting());
        assertEquals(1, all.right());
    }

    /// If w is symmetric, w and wᵀ are the same: two of the products are right.
    @Test
    void several_may_be_right() {
        Tensor w = Tensor.of(2, 2, 1, 2, 2, 5);
        Tensor g = Tensor.of(2, 2, 1, 0, 1, 1);
        assertEquals(2, CandidateProducts.of(g, w, w.matmul(g)).right());
    }
}
