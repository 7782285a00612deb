/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display.template;

import static io.ohmnibus.station.fixture.Fixture.KEY;
import static io.ohmnibus.station.fixture.Fixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.MessageInfo;
import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.station.availability.FreeConnectors;
import io.ohmnibus.station.devicemodel.VariableId;
import io.ohmnibus.station.display.FakeDisplayMessages;
import io.ohmnibus.station.display.Texts;
import io.ohmnibus.station.fixture.FakeDeviceModel;
import io.ohmnibus.station.registry.BootInfo;
import io.ohmnibus.station.registry.BootPolicy;
import io.ohmnibus.station.registry.RegisteredStation;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

final class TemplateMessagesTest {

    private static final RegisteredStation STATION =
            new RegisteredStation(
                    KEY,
                    1,
                    BootPolicy.ACCEPT,
                    null,
                    RegisteredStation.Grouping.NONE,
                    NOW,
                    new BootInfo(
                            new BootInfo.Hardware("Vendor", "M", null, "1.0", null, null),
                            "ocpp2.1",
                            BootReasonEnum.POWER_UP,
                            NOW,
                            RegistrationStatusEnum.ACCEPTED,
                            NOW),
                    null);

    private final FakeTemplates templates = new FakeTemplates();
    private final FakeDisplayMessages messages = new FakeDisplayMessages();
    private final FakeDeviceModel model =
            new FakeDeviceModel()
                    .with(VariableId.ofController("ClockCtrlr", "TimeZone", ""), "Europe/Berlin");
    private final TemplateMessages making =
            new TemplateMessages(templates, new KnownValues(model, FreeConnectors.of(2)), messages);

    private MessageInfo make(String content, Map<String, String> values, @Nullable Integer id) {
        String body =
                """
                {"priority": "InFront", "message": {"format": "UTF8", "content": "%s"}}
                """
                        .formatted(content);
        templates
                .put(
                        KEY.tenant(),
                        DisplayTemplate.read("t", JsonMapper.shared().readTree(body), NOW))
                .block();
        var wanted = new TemplateMessages.Wanted("t", id, "tx1", null, null, values);
        return Objects.requireNonNull(making.make(STATION, wanted).block());
    }

    @Test
    void takesWhatIsGivenAndElseWhatIsKnown() {
        messages.messages.put(1, Texts.message(1));
        MessageInfo made =
                make(
                        "{{station.id}} {{station.model}} {{station.firmwareVersion}} {{driver}}"
                                + " {{variable.ClockCtrlr.TimeZone}} {{transaction.id}}"
                                + " {{connectors.Available}}/{{connectors.Faulted}}",
                        Map.of("driver", "Ada", "station.model", "Box"),
                        null);
        assertThat(made.message().content()).isEqualTo("CS-1 Box 1.0 Ada Europe/Berlin tx1 2/0");
        assertThat(made.id()).isEqualTo(2);
        assertThat(make("x", Map.of(), 9).id()).isEqualTo(9);
    }

    @Test
    void namesWhatIsMissing() {
        assertThatThrownBy(
                        () -> make("{{station.serialNumber}} {{b}} {{variable.X}}", Map.of(), null))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.getBody().getDetail())
                                        .contains("b, station.serialNumber, variable.X"));
    }

    @Test
    void anUnknownTemplateIs404() {
        var wanted = new TemplateMessages.Wanted("none", null, null, null, null, Map.of());
        assertThatThrownBy(() -> making.make(STATION, wanted).block())
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.getStatusCode().value()).isEqualTo(404));
    }

    private static final class FakeTemplates implements DisplayTemplates {

        private final Map<String, DisplayTemplate> byName = new TreeMap<>();

        @Override
        public Mono<Void> put(String tenant, DisplayTemplate template) {
            return Mono.fromRunnable(() -> byName.put(template.name(), template));
        }

        @Override
        public Mono<DisplayTemplate> find(String tenant, String name) {
            return Mono.justOrEmpty(byName.get(name));
        }

        @Override
        public Flux<DisplayTemplate> list(String tenant, @Nullable String after, int limit) {
            return Flux.fromIterable(byName.values());
        }

        @Override
        public Mono<Boolean> remove(String tenant, String name) {
            return Mono.fromSupplier(() -> byName.remove(name) != null);
        }
    }
}
