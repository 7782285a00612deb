/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.message.ClearDisplayMessageRequest;
import io.ohmnibus.ocpp.message.ClearDisplayMessageResponse;
import io.ohmnibus.ocpp.message.GetDisplayMessagesRequest;
import io.ohmnibus.ocpp.message.GetDisplayMessagesResponse;
import io.ohmnibus.ocpp.message.NotifyDisplayMessagesRequest;
import io.ohmnibus.ocpp.message.SetDisplayMessageRequest;
import io.ohmnibus.ocpp.message.SetDisplayMessageResponse;
import io.ohmnibus.ocpp.type.ClearMessageStatusEnum;
import io.ohmnibus.ocpp.type.DisplayMessageStatusEnum;
import io.ohmnibus.ocpp.type.GetDisplayMessagesStatusEnum;
import io.ohmnibus.ocpp.type.MessageContent;
import io.ohmnibus.ocpp.type.MessageInfo;
import io.ohmnibus.ocpp.type.MessagePriorityEnum;
import io.ohmnibus.simulator.Answers.Reply;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the CSMS does to the display (O01 to O06); messages outlive a reboot (O01.FR.10). */
final class DisplayAnswers {

    private static final String CONTROLLER = "DisplayMessageCtrlr";

    private final Station station;
    private final RemoteAnswers remote;
    private final Map<Integer, MessageInfo> messages = new TreeMap<>();

    DisplayAnswers(Station station, RemoteAnswers remote) {
        this.station = station;
        this.remote = remote;
        station.model().measure(CONTROLLER, 0, 0, "DisplayMessages", () -> "" + messages().size());
    }

    /** What is still to be shown: O01.FR.07, O02.FR.02. */
    private synchronized List<MessageInfo> messages() {
        messages.values().removeIf(message -> over(message));
        return List.copyOf(messages.values());
    }

    private boolean over(MessageInfo message) {
        var end = message.endDateTime();
        var transaction = message.transactionId();
        return (end != null && !end.isAfter(station.now()))
                || (transaction != null && remote.running(transaction).isEmpty());
    }

    synchronized Response set(SetDisplayMessageRequest request) {
        var message = request.message();
        var status = objection(message);
        if (status == DisplayMessageStatusEnum.ACCEPTED) {
            if (message.priority() == MessagePriorityEnum.ALWAYS_FRONT) { // O01.FR.16
                messages.values().removeIf(other -> other.priority() == message.priority());
            }
            messages.put(message.id(), message); // O06.FR.01
        }
        return new SetDisplayMessageResponse(status, null, null);
    }

    private DisplayMessageStatusEnum objection(MessageInfo message) {
        var state = message.state();
        var transaction = message.transactionId();
        if (!supports("SupportedPriorities", message.priority().wireName())) { // O01.FR.01
            return DisplayMessageStatusEnum.NOT_SUPPORTED_PRIORITY;
        }
        if (state != null && !supports("SupportedStates", state.wireName())) { // O01.FR.02
            return DisplayMessageStatusEnum.NOT_SUPPORTED_STATE;
        }
        if (texts(message)
                .noneMatch(text -> supports("SupportedFormats", text.format().wireName()))) {
            return DisplayMessageStatusEnum.NOT_SUPPORTED_MESSAGE_FORMAT; // O01.FR.03
        }
        if (station.version() == OcppVersion.V2_1 && !texts(message).allMatch(this::speaks)) {
            return DisplayMessageStatusEnum.LANGUAGE_NOT_SUPPORTED; // O01.FR.18
        }
        if (transaction != null && remote.running(transaction).isEmpty()) { // O02.FR.01
            return DisplayMessageStatusEnum.UNKNOWN_TRANSACTION;
        }
        var full = messages().size() >= station.model().most(CONTROLLER, "DisplayMessages");
        return full && !messages.containsKey(message.id()) // O01.FR.11
                ? DisplayMessageStatusEnum.REJECTED
                : DisplayMessageStatusEnum.ACCEPTED;
    }

    private boolean supports(String variable, String value) {
        return station.model().members(CONTROLLER, variable).contains(value);
    }

    private boolean speaks(MessageContent text) {
        return text.language() == null
                || station.model().choices(CONTROLLER, "Language").contains(text.language());
    }

    private static Stream<MessageContent> texts(MessageInfo message) {
        var extra = message.messageExtra();
        return Stream.concat(
                Stream.of(message.message()), extra == null ? Stream.empty() : extra.stream());
    }

    Reply get(GetDisplayMessagesRequest request) {
        var found = messages().stream().filter(message -> matches(message, request)).toList();
        return found.isEmpty() // O03.FR.06, O04.FR.02
                ? Reply.of(answer(GetDisplayMessagesStatusEnum.UNKNOWN))
                : new Reply(
                        answer(GetDisplayMessagesStatusEnum.ACCEPTED),
                        () -> send(request.requestId(), found));
    }

    private static boolean matches(MessageInfo message, GetDisplayMessagesRequest request) {
        return (request.id() == null || request.id().contains(message.id()))
                && (request.priority() == null || request.priority() == message.priority())
                && (request.state() == null || request.state() == message.state());
    }

    private static Response answer(GetDisplayMessagesStatusEnum status) {
        return new GetDisplayMessagesResponse(status, null, null);
    }

    private void send(int requestId, List<MessageInfo> found) {
        int most = station.settings().reportLinesPerMessage();
        for (int from = 0; from < found.size(); from += most) { // O03.FR.03
            int end = Math.min(found.size(), from + most);
            boolean more = end < found.size();
            station.call(
                    new NotifyDisplayMessagesRequest(
                            found.subList(from, end), requestId, more ? true : null, null));
        }
    }

    synchronized Response clear(ClearDisplayMessageRequest request) {
        messages();
        return new ClearDisplayMessageResponse(
                messages.remove(request.id()) == null
                        ? ClearMessageStatusEnum.UNKNOWN // O05.FR.02
                        : ClearMessageStatusEnum.ACCEPTED, // O05.FR.01
                null,
                null);
    }
}
