/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SignatureTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Instant TIME = Instant.ofEpochSecond(1614265330);

    @Test
    void isWhatReceiversComputeByStandardWebhooks() {
        assertThat(
                        Signature.of(
                                List.of(SECRET),
                                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                                TIME,
                                "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void holdsOneForEachSecret() {
        String other = Signature.newSecret(new SecureRandom());
        assertThat(other).startsWith("whsec_").hasSizeGreaterThan(40);
        assertThat(Signature.of(List.of(other, SECRET), "id", TIME, "{}"))
                .isEqualTo(
                        Signature.of(List.of(other), "id", TIME, "{}")
                                + " "
                                + Signature.of(List.of(SECRET), "id", TIME, "{}"));
    }
}
