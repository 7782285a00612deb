/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.test.Requirement;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProfileRulesTest {

    private static final CsmsProperties CSMS =
            new CsmsProperties(
                    Map.of(1, "ws://csms", 2, "wss://csms", 3, "wss://csms"), Path.of("root.pem"));

    @ParameterizedTest
    @CsvSource({"1,2", "1,3", "2,3", "3,2"})
    @Requirement({"A05.FR.04", "A05.FR.08"})
    void letsTheProfileRiseAndFallFromThreeToTwo(int from, int to) {
        assertThatCode(() -> ProfileRules.check(station(from, List.of("a")), to, CSMS))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"2,1", "3,1"})
    @Requirement({"A00.FR.005", "A05.FR.09"})
    void neverLowersItToOne(int from, int to) {
        assertThat(refusal(station(from, List.of("a")), to, CSMS)).isEqualTo("A00.FR.005");
    }

    @Test
    @Requirement({"A05.FR.02", "A05.FR.03", "A00.FR.302"})
    void asksForWhatTheNewProfileNeeds() {
        assertThat(refusal(station(1, null), 3, CSMS)).isEqualTo("A05.FR.03");
        assertThat(refusal(station(1, List.of()), 3, CSMS)).isEqualTo("A05.FR.03");
        assertThat(refusal(station(1, null), 2, new CsmsProperties(CSMS.urls(), null)))
                .isEqualTo("A05.FR.02");
        assertThat(refusal(station(1, null), 2, new CsmsProperties(Map.of(), null)))
                .isEqualTo("A05.FR.04");
        assertThat(refusal(new StationCredentials(3, null, Instant.EPOCH), 2, CSMS))
                .isEqualTo("A00.FR.302");
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,0", "1,4"})
    @Requirement("A00.FR.001")
    void knowsThreeProfilesAndChangesNothingIntoItself(int from, int to) {
        assertThat(refusal(station(from, List.of("a")), to, CSMS)).isEqualTo("A00.FR.001");
    }

    private static StationCredentials station(int profile, @Nullable List<String> certificates) {
        return new StationCredentials(profile, "hash", Instant.EPOCH)
                .certificates(certificates, List.of(), Instant.EPOCH);
    }

    private static String refusal(StationCredentials current, int to, CsmsProperties csms) {
        try {
            ProfileRules.check(current, to, csms);
            return "";
        } catch (RuleViolation e) {
            return e.requirement();
        }
    }
}
