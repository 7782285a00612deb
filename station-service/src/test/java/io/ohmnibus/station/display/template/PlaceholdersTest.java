/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.type.MessageFormatEnum;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PlaceholdersTest {

    private static final Map<String, String> VALUES = Map.of("name", "<b>A & \"$1\"</b>", "x", "1");

    @Test
    void findsTheNames() {
        assertThat(Placeholders.names("{{b}} {{ a.b-c_1 }} {{b}} {{}} {{1}} {x}"))
                .containsExactly("a.b-c_1", "b");
        assertThat(Placeholders.names("{{{{ {{ ".repeat(1000))).isEmpty();
    }

    @Test
    void fillsThePlacesAndNothingElse() {
        assertThat(Placeholders.fill("{{x}}{{ x }}{x}{{}}", MessageFormatEnum.UTF8, VALUES))
                .isEqualTo("11{x}{{}}");
        assertThat(Placeholders.fill("{{name}}", MessageFormatEnum.UTF8, VALUES))
                .isEqualTo("<b>A & \"$1\"</b>");
    }

    @Test // A36
    void valuesStayTextInHtmlAndInAddresses() {
        assertThat(Placeholders.fill("<p>{{name}}</p>", MessageFormatEnum.HTML, VALUES))
                .isEqualTo("<p>&lt;b&gt;A &amp; &quot;$1&quot;&lt;/b&gt;</p>");
        assertThat(Placeholders.fill("https://a/?q={{name}}", MessageFormatEnum.URI, VALUES))
                .isEqualTo("https://a/?q=%3Cb%3EA%20%26%20%22%241%22%3C%2Fb%3E");
    }
}
