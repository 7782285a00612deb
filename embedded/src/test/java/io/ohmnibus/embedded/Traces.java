/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Leaves a record in Kafka and a row in PostgreSQL, and looks for them. */
final class Traces {

    private static final String TOPIC = "traces";
    private static final String DATABASE = "traces";

    private Traces() {}

    static void leave(EmbeddedPlatform platform, String text) throws Exception {
        try (var admin = Admin.create(kafka(platform))) {
            admin.createTopics(Set.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
        try (var producer =
                new KafkaProducer<>(
                        kafka(platform), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, text)).get();
        }
        platform.createDatabaseIfMissing(DATABASE);
        platform.createDatabaseIfMissing(DATABASE);
        try (var connection = connect(platform);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE traces (text text NOT NULL)");
            statement.execute("INSERT INTO traces VALUES ('%s')".formatted(text));
        }
    }

    static List<String> inKafka(EmbeddedPlatform platform) {
        try (var consumer =
                new KafkaConsumer<>(
                        kafka(platform), new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition(TOPIC, 0);
            consumer.assign(Set.of(partition));
            consumer.seekToBeginning(Set.of(partition));
            var texts = new ArrayList<String>();
            consumer.poll(Duration.ofSeconds(10)).forEach(record -> texts.add(record.value()));
            return texts;
        }
    }

    static List<String> inPostgres(EmbeddedPlatform platform) throws SQLException {
        try (var connection = connect(platform)) {
            return column(connection, "SELECT text FROM traces");
        }
    }

    static String setting(EmbeddedPlatform platform, String name) throws SQLException {
        platform.createDatabaseIfMissing(DATABASE);
        try (var connection = connect(platform)) {
            return column(connection, "SHOW " + name).getFirst();
        }
    }

    private static List<String> column(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            var values = new ArrayList<String>();
            while (result.next()) {
                values.add(result.getString(1));
            }
            return values;
        }
    }

    private static Connection connect(EmbeddedPlatform platform) throws SQLException {
        return DriverManager.getConnection(
                platform.jdbcUrl(DATABASE), platform.username(), platform.password());
    }

    private static Map<String, Object> kafka(EmbeddedPlatform platform) {
        return Map.of("bootstrap.servers", platform.kafkaBootstrap(), "acks", "all");
    }
}
