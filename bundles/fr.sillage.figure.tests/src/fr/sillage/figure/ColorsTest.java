package fr.sillage.figure;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Figures survive greyscale and the three kinds of dichromacy. Simulation: G. M. Machado, M. M. Oliveira, L. A. F.
 * Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15(6), 2009,
 * matrices for severity 1.0, on linear RGB. Contrast and luminance: WCAG 2.2. L*: CIE 15, white D65.
 */
class ColorsTest {
    private static final double LEAST_CONTRAST = 3;
    private static final double LEAST_STEP = 18;
    /** Without red or green lightness shifts a little. */
    private static final double LEAST_STEP_RED_GREEN = 15;

    private static final double LEAST_STEP_TRITANOPIA = 11;

    private static final double[][] AS_IT_IS = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    private static final double[][] PROTANOPIA = {
        {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
    };
    private static final double[][] DEUTERANOPIA = {
        {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
    };
    private static final double[][] TRITANOPIA = {
        {1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}
    };

    @Test
    void theMeasuresAreTheStandards() {
        assertTrue(Math.abs(contrast(0x000000, 0xFFFFFF) - 21) < 1e-9);
        assertTrue(Math.abs(contrast(0x777777, 0xFFFFFF) - 4.48) < 0.005, "WCAG's well-known grey");
        assertTrue(Math.abs(lightness(0x777777, AS_IT_IS) - 50.03) < 0.01, "CIE L* of #777777");
        for (double[][] matrix : List.of(PROTANOPIA, DEUTERANOPIA, TRITANOPIA)) {
            for (double[] row : matrix) {
                assertTrue(Math.abs(row[0] + row[1] + row[2] - 1) < 2e-6, "greys stay greys");
            }
        }
    }

    @Test
    void everySeriesStandsOutFromTheGround() {
        for (int rgb : FigureColors.SERIES) {
            double contrast = contrast(rgb, FigureColors.SURFACE);
            assertTrue(contrast >= LEAST_CONTRAST, () -> name(rgb) + " on white: " + contrast);
        }
    }

    @Test
    void neighboursDifferInGreyscaleAndForColourBlindReaders() {
        check("greyscale", AS_IT_IS, LEAST_STEP);
        check("protanopia", PROTANOPIA, LEAST_STEP_RED_GREEN);
        check("deuteranopia", DEUTERANOPIA, LEAST_STEP_RED_GREEN);
        check("tritanopia", TRITANOPIA, LEAST_STEP_TRITANOPIA);
    }

    @Test
    void textsAreReadOnTheirGrounds() {
        Stream.of(
                        FigureColors.SURFACE,
                        FigureColors.HIDDEN,
                        FigureColors.MORE,
                        FigureColors.MUCH_MORE,
                        FigureColors.LESS,
                        FigureColors.MUCH_LESS)
                .forEach(ground -> assertTrue(contrast(FigureColors.INK, ground) >= 7, name(ground)));
        assertTrue(contrast(FigureColors.INK_2, FigureColors.HIDDEN) >= 4.5);
    }

    private static void check(String eye, double[][] simulation, double least) {
        IntStream.range(1, FigureColors.SERIES.size()).forEach(i -> {
            double step = Math.abs(lightness(FigureColors.SERIES.get(i), simulation)
                    - lightness(FigureColors.SERIES.get(i - 1), simulation));
            assertTrue(
                    step >= least,
                    () -> eye + ": " + name(FigureColors.SERIES.get(i - 1)) + " beside "
                            + name(FigureColors.SERIES.get(i)) + " differs by " + step);
        });
    }

    private static double contrast(int one, int other) {
        double a = luminance(linear(one));
        double b = luminance(linear(other));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double lightness(int rgb, double[][] simulation) {
        double[] seen = linear(rgb);
        double[] simulated = new double[3];
        for (int row = 0; row < 3; row++) {
            for (int i = 0; i < 3; i++) {
                simulated[row] += simulation[row][i] * seen[i];
            }
            simulated[row] = Math.clamp(simulated[row], 0, 1);
        }
        double y = luminance(simulated);
        return y > 216.0 / 24389 ? 116 * Math.cbrt(y) - 16 : y * 24389 / 27;
    }

    private static double luminance(double[] linear) {
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }

    private static double[] linear(int rgb) {
        return IntStream.of(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF)
                .mapToDouble(part -> part / 255.0)
                .map(part -> part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4))
                .toArray();
    }

    private static String name(int rgb) {
        return String.format("#%06X", rgb);
    }
}
