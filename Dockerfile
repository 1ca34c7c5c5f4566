# syntax=docker/dockerfile:1
# One image for every process: web, speech, worker, beat and the release job (deploy/run ROLE).

FROM python:3.11-slim-trixie AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
WORKDIR /build
RUN python -m venv /opt/venv
COPY requirements.txt requirements-tracing.txt constraints.txt ./
RUN /opt/venv/bin/pip install -r requirements.txt -r requirements-tracing.txt
COPY . /app
WORKDIR /app
# The names of files carry a digest of their content, so browsers may keep them for ever.
RUN DATA_DIR=/tmp/build STATIC_ROOT=/app/staticfiles STATIC_MANIFEST=true \
    /opt/venv/bin/python manage.py collectstatic --no-input \
    && /opt/venv/bin/python -m compileall -q /app \
    && rm -rf /tmp/build

FROM python:3.11-slim-trixie
LABEL org.opencontainers.image.title="Learn English" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.description="Learn English on your own server: explanations, speaking, reviews. FFmpeg inside PyAV's wheel has GPL parts."
# pg_dump and pg_restore for deploy/backup; no compiler, no package lists.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends postgresql-client tini \
    && rm -rf /var/lib/apt/lists/* \
    && groupadd --gid 10001 learn \
    && useradd --uid 10001 --gid learn --home-dir /data --no-create-home --shell /usr/sbin/nologin learn \
    && install -d -o learn -g learn /data /srv/static
COPY --from=build /opt/venv /opt/venv
COPY --from=build /app /app
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DATA_DIR=/data \
    STATIC_ROOT=/app/staticfiles \
    HOST=0.0.0.0 \
    PORT=8000
WORKDIR /app
USER 10001:10001
VOLUME /data
EXPOSE 8000 9100
# tini hands SIGTERM on and reaps the recognition processes.
ENTRYPOINT ["/usr/bin/tini", "--", "deploy/run"]
CMD ["web"]
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 CMD ["deploy/healthy"]
