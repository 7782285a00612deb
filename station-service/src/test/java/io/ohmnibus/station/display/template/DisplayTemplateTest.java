/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display.template;

import static io.ohmnibus.station.fixture.Fixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.station.display.template.DisplayTemplate.Particulars;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class DisplayTemplateTest {

    private static final String GREETING =
            """
            {"priority": "InFront", "state": "Charging",
             "message": {"format": "UTF8", "language": "en", "content": "Hello {{driver}}"},
             "messageExtra": [
                {"format": "UTF8", "language": "de", "content": "Hallo {{driver}} an {{place}}"}]}
            """;

    private static DisplayTemplate read(String body) {
        return DisplayTemplate.read("t", JsonMapper.shared().readTree(body), NOW);
    }

    private static void refused(String body, String why) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.getBody().toString()).contains(why));
    }

    @Test
    void namesAndFillsItsValuesInAllLanguages() {
        DisplayTemplate template = read(GREETING);
        assertThat(template.names()).containsExactly("driver", "place");
        var message =
                template.fill(
                        new Particulars(3, "tx", null, NOW),
                        Map.of("driver", "Ada", "place", "A1"));
        assertThat(message.id()).isEqualTo(3);
        assertThat(message.transactionId()).isEqualTo("tx");
        assertThat(message.endDateTime()).isEqualTo(NOW);
        assertThat(message.message().content()).isEqualTo("Hello Ada");
        assertThat(message.messageExtra()).isNotNull();
        assertThat(message.messageExtra().getFirst().content()).isEqualTo("Hallo Ada an A1");
    }

    @Test
    void isAMessageWithoutWhatIsGivenLater() {
        refused("[]", "JSON object");
        refused("{}", "priority");
        refused(GREETING.replace("InFront", "Behind"), "message");
        refused(GREETING.replace("\"priority\"", "\"id\": 3, \"priority\""), "when the message");
    }

    @Test
    void isRefusedWithValuesThatAreTooLong() {
        DisplayTemplate template = read(GREETING);
        Map<String, String> values = Map.of("driver", "x".repeat(1100), "place", "A1");
        assertThatThrownBy(() -> template.fill(new Particulars(1, null, null, null), values))
                .isInstanceOf(Problem.class);
    }
}
