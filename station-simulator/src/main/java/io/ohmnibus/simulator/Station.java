/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import io.ohmnibus.ocpp.Message;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.message.BootNotificationResponse;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import io.ohmnibus.simulator.StationEvent.Kind;
import io.ohmnibus.simulator.model.DeviceModel;
import io.ohmnibus.simulator.rpc.Closed;
import io.ohmnibus.simulator.rpc.FrameLog;
import io.ohmnibus.simulator.rpc.Line;
import io.ohmnibus.simulator.rpc.LoggedFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A simulated charging station. Methods that wait do so for the time the builder set, and fail with
 * the last frames in the message.
 */
public final class Station implements AutoCloseable {

    private final StationSettings settings;
    private final StationClock clock;
    private final FrameLog log;
    private final Line line;
    private final DeviceModel model;
    private final StationSecurity security;
    private final Outbox outbox;
    private final Link link;
    private final Registration registration;
    private final Authorization authorization;
    private final Availability availability;
    private final Answers answers;
    private final Resets resets;
    private final List<Evse> evses;
    private final ReentrantLock lock = new ReentrantLock();

    Station(StationSettings settings) {
        this.settings = settings;
        this.log = new FrameLog(settings.clock(), settings.framesKept());
        this.model = new DeviceModel(settings.evses(), settings.connectorsPerEvse());
        this.clock = new StationClock(settings.clock(), model);
        this.security = new StationSecurity(this);
        this.outbox = new Outbox(this);
        this.link = new Link(this);
        this.registration = new Registration(this);
        this.authorization = new Authorization(this);
        this.availability = new Availability(this);
        this.answers = new Answers(this);
        this.resets = new Resets(this);
        this.line = new Line(settings.version(), log, answers);
        this.evses =
                IntStream.rangeClosed(1, settings.evses())
                        .mapToObj(id -> new Evse(this, id, settings.connectorsPerEvse()))
                        .toList();
        availability.describe(model);
    }

    /** Begins to build the station with that id. */
    public static StationBuilder builder(String stationId) {
        return new StationBuilder(stationId);
    }

    public String id() {
        return settings.id();
    }

    public OcppVersion version() {
        return settings.version();
    }

    /** The time by the station's own clock. */
    public Instant now() {
        return clock.now();
    }

    /** The EVSE with that id, counted from 1. */
    public Evse evse(int evseId) {
        return evses.get(evseId - 1);
    }

    public List<Evse> evses() {
        return evses;
    }

    /** The variables of the station; changing them needs no message. */
    public DeviceModel model() {
        return model;
    }

    /** Its credentials, and what it does about them. */
    public StationSecurity security() {
        return security;
    }

    /** Connects once; fails with ConnectFailedException. */
    public void connect() {
        link.connect();
    }

    /** Connects and boots by itself, as often as it takes; does not wait. */
    void powerUp(BootReasonEnum reason) {
        registration.powerDown(reason);
        link.keepConnecting();
    }

    /** Drops the socket without a word and stays away; transaction events are kept (E11). */
    public void goOffline() {
        link.goOffline();
    }

    /** Connects again, reports what B04 asks for and delivers the kept events in order. */
    public void goOnline() {
        link.connect();
        settle();
    }

    /** Whether there is a connection. */
    public boolean connected() {
        return line.connected();
    }

    /** Waits until the CSMS has closed the connection, and tells how. */
    public Closed awaitClosed(Duration timeout) {
        return link.awaitClosed(timeout);
    }

    /** Closes the connection for good. */
    @Override
    public void close() {
        link.hangUp("station switched off");
    }

    /**
     * Sends one BootNotification (B01). When it is accepted, the connectors are reported and
     * Heartbeats begin; when it is not, it is repeated after the interval (B02, B03).
     */
    public BootNotificationResponse boot(BootReasonEnum reason) {
        var answer = registration.boot(reason);
        settle();
        return answer;
    }

    /** What the CSMS said to the last BootNotification. */
    public Optional<RegistrationStatusEnum> registrationStatus() {
        return Optional.ofNullable(registration.status());
    }

    /** Waits until a BootNotification was accepted. */
    public void awaitAccepted(Duration timeout) {
        registration.awaitAccepted(timeout);
    }

    /** Makes any CALL, whether the station should or not, and waits for the answer. */
    public <A extends Response> A call(Request<A> request) {
        return call(request, settings.messageTimeout());
    }

    /** Makes any CALL, whether the station should or not, and waits for the answer. */
    public <A extends Response> A call(Request<A> request, Duration timeout) {
        return line.call(Line.newMessageId(), request, timeout);
    }

    /** Makes a CALL with a message id of the script's choice, for repetitions. */
    public <A extends Response> A call(String messageId, Request<A> request) {
        return line.call(messageId, request, settings.messageTimeout());
    }

    /** Sends a message that is never answered, such as NotifyPeriodicEventStream. */
    public void send(Message message) {
        line.send(message);
    }

    /** Sends text as it is and waits for the next frame that is no CALL of the CSMS. */
    public String raw(String text) {
        return line.raw(text, settings.messageTimeout());
    }

    /** Sends text as it is and waits for nothing. */
    public void sendRaw(String text) {
        line.raw(text);
    }

    /** Replaces the station's answers to an action; an OcppException becomes a CALLERROR. */
    public <Q extends Request<A>, A extends Response> Station onCall(
            Class<Q> type, Function<Q, A> answer) {
        answers.replace(type, answer);
        return this;
    }

    /** Waits for a CALL of the CSMS that no earlier call of this method returned. */
    public <Q extends Request<?>> Q expectCall(Class<Q> type, Duration timeout) {
        return answers.expect(type, timeout);
    }

    /** The frames in both directions, oldest first. */
    public List<LoggedFrame> frames() {
        return log.list();
    }

    /** The messages of one type that the station sent and the log still holds, oldest first. */
    public <M extends Message> List<M> sent(Class<M> type) {
        return SentMessages.of(settings.version(), log.list(), type);
    }

    /** Waits until all messages of the state machine are delivered or cannot be. */
    public void settle() {
        outbox.settle(settings.timeout());
    }

    String tail() {
        return log.tail();
    }

    /** Whether messages of the state machine reach the CSMS now. */
    boolean online() {
        return line.connected() && registration.isAccepted();
    }

    void tell(Kind kind, String text) {
        settings.listener().happened(new StationEvent(now(), id(), kind, text));
    }

    void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }

    <T> T locked(Supplier<T> question) {
        lock.lock();
        try {
            return question.get();
        } finally {
            lock.unlock();
        }
    }

    /** Runs what may wait on a thread of its own. */
    void later(Consumer<Station> task) {
        Thread.startVirtualThread(() -> {
            try {
                task.accept(this);
            } catch (RuntimeException e) {
                tell(Kind.PROBLEM, StationEvent.brief(e));
            }
        });
    }

    StationSettings settings() {
        return settings;
    }

    StationClock clock() {
        return clock;
    }

    Line line() {
        return line;
    }

    Outbox outbox() {
        return outbox;
    }

    Link link() {
        return link;
    }

    Registration registration() {
        return registration;
    }

    Authorization authorization() {
        return authorization;
    }

    Availability availability() {
        return availability;
    }

    /** Its resets, and outages of its power. */
    public Resets resets() {
        return resets;
    }
}
