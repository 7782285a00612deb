/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.partner;

import io.ohmnibus.platform.batch.Gathering;
import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.ContextReading;
import io.ohmnibus.platform.bus.Headers;
import io.ohmnibus.platform.bus.Reading;
import io.ohmnibus.platform.bus.Topics;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** Makes deliveries of what this service announces, in the JSON form of CloudEvents 1.0. */
@Component
class WebhookFeed extends ContextReading {

    private static final String GROUP = "transaction.webhooks";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> ATTRIBUTES =
            List.of("specversion", "id", "source", "type", "subject", "time");

    private final Bus bus;
    private final Gathering<Deliveries.Event, Boolean> deliveries;

    WebhookFeed(Bus bus, Deliveries deliveries, Clock clock) {
        this.bus = bus;
        this.deliveries = Gathering.effects(events -> deliveries.add(events, clock.instant()));
    }

    @Override
    protected Reading open() {
        return bus.group(
                GROUP,
                List.of(Topics.events(Service.TRANSACTION)),
                record -> deliveries.add(event(record)).then());
    }

    static Deliveries.Event event(BusRecord record) {
        return new Deliveries.Event(
                StationKey.parse(record.key()).tenant(),
                record.required("ce_id"),
                record.required(Headers.TYPE),
                body(record));
    }

    private static String body(BusRecord record) {
        ObjectNode event = JSON.createObjectNode();
        ATTRIBUTES.forEach(name -> event.put(name, record.required("ce_" + name)));
        event.put("datacontenttype", "application/json");
        event.putRawValue("data", new RawValue(new String(record.body(), StandardCharsets.UTF_8)));
        return JSON.writeValueAsString(event);
    }
}
