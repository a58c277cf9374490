# Convene as a container. It writes to /data alone, so its root filesystem may be read-only:
#   docker run --read-only --env-file convene.env --volume convene-data:/data --publish 3978:3978 convene
# The version of Python is pinned to a minor release, whose security fixes come with each build; every package is
# pinned in constraints.txt.
ARG PYTHON=3.13

FROM python:${PYTHON}-slim-trixie AS build
WORKDIR /src
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY bot ./bot
COPY dialogs ./dialogs
COPY graph ./graph
RUN python -m venv --without-pip /opt/convene \
 && python -m pip --python /opt/convene/bin/python install \
      --no-cache-dir --disable-pip-version-check --constraint constraints.txt .

FROM python:${PYTHON}-slim-trixie
COPY --from=build /opt/convene /opt/convene
RUN python -m pip uninstall --yes --no-cache-dir --root-user-action=ignore pip \
 && install --directory --owner=10001 --group=10001 --mode=0700 /data
ENV PATH=/opt/convene/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    CONVENE_HOST=0.0.0.0 \
    CONVENE_PORT=3978 \
    CONVENE_DATA_DIR=/data \
    CONVENE_LOG_FORMAT=json
USER 10001:10001
WORKDIR /data
VOLUME /data
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=5s --start-period=15s --retries=3 CMD ["convene", "health"]
CMD ["convene", "serve"]
