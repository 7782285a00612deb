/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each certification case of blocks B to H, J, O and P has a scenario that cites it. */
final class CertificationTest {

    private static final Pattern CASE = Pattern.compile("TC_[BCDEFGHJOP]_\\d+");

    private static final Set<String> OPEN =
            Set.of(
                    "TC_C_50", // contract certificates (C07)
                    "TC_C_51",
                    "TC_C_52",
                    "TC_C_103", // prepaid cards (C17)
                    "TC_C_104",
                    "TC_C_108", // payment terminals (C18 to C24)
                    "TC_C_113",
                    "TC_C_117",
                    "TC_C_118",
                    "TC_C_119",
                    "TC_C_120",
                    "TC_C_125",
                    "TC_C_126",
                    "TC_C_131", // QR codes (C25)
                    "TC_C_132",
                    "TC_C_133",
                    "TC_B_116", // charging profiles (B13.FR.31)
                    "TC_E_117", // charging profiles (E17.FR.15)
                    "TC_E_102", // limits that the platform sets (E16), and what follows of a cost
                    "TC_E_109",
                    "TC_E_110",
                    "TC_E_111");

    @Test
    void everyCaseIsCitedByAScenario() throws IOException {
        Set<String> cases = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/certification.tsv"))) {
            if (!line.startsWith("#")) {
                cases.add(line.split("\t", -1)[0]);
            }
        }
        cases.removeAll(OPEN);

        assertThat(cited()).isEqualTo(cases);
    }

    private static Set<String> cited() throws IOException {
        Set<String> cited = new TreeSet<>();
        for (String block : Set.of("b", "c", "d", "e", "f", "g", "h", "j", "o", "p")) {
            try (Stream<Path> files =
                    Files.list(Path.of("src/test/java/io/ohmnibus/e2e/" + block))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith("Scenario.java")).toList()) {
                    cited.addAll(
                            CASE.matcher(Files.readString(file))
                                    .results()
                                    .map(MatchResult::group)
                                    .collect(Collectors.toSet()));
                }
            }
        }
        return cited;
    }
}
