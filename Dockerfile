# The application alone; build the jar first with `mvn package`. The database is a service of its own.
FROM eclipse-temurin:17-jre

RUN useradd --system --uid 10001 --create-home alur
USER alur
WORKDIR /home/alur
COPY --chown=alur target/alur.jar alur.jar

ENV SERVER_ADDRESS=0.0.0.0 \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=75"
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=90s --retries=4 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]
ENTRYPOINT ["java", "-jar", "alur.jar"]
