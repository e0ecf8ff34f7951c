FROM python:3.13-slim

ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 BIND=0.0.0.0 PORT=8000 GROUNDWORK_DATA=/data
WORKDIR /app

COPY requirements.txt .
RUN pip install --no-cache-dir --require-hashes --only-binary :all: --requirement requirements.txt

COPY manage.py ./
COPY groundwork groundwork
COPY offers offers
COPY negotiation negotiation
COPY templates templates
COPY static static
RUN python -m negotiation.serve collect \
    && useradd --system --no-create-home groundwork \
    && install --directory --owner groundwork --mode 700 /data

# /data holds the generated secret key; the plans are in the database.
VOLUME /data
USER groundwork
EXPOSE 8000
HEALTHCHECK --start-period=60s CMD ["python", "-m", "negotiation.serve", "healthy"]
CMD ["python", "-m", "negotiation.serve"]
