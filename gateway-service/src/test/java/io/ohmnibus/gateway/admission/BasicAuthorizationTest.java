/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.admission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

final class BasicAuthorizationTest {

    @Test
    void endsTheUserAtTheFirstColon() {
        BasicAuthorization basic = parse("bAsIc ", "CS-1:pass:word");
        assertThat(basic.user()).isEqualTo("CS-1");
        assertThat(basic.password()).asString().isEqualTo("pass:word");
    }

    @Test
    void findsNothingInWhatIsBrokenOrSomethingElse() {
        assertThat(BasicAuthorization.parse(null)).isEmpty();
        assertThat(BasicAuthorization.parse("Bearer abc")).isEmpty();
        assertThat(BasicAuthorization.parse("Basic ###")).isEmpty();
        assertThat(BasicAuthorization.parse("Basic " + encoded("no colon"))).isEmpty();
    }

    private static BasicAuthorization parse(String scheme, String pair) {
        return BasicAuthorization.parse(scheme + encoded(pair)).orElseThrow();
    }

    private static String encoded(String pair) {
        return Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }
}
