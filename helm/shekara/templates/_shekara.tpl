{{/* The name before everything of the release. Leaves room for -temporary-storage in 63 characters. */}}
{{- define "shekara.fullname" -}}
{{- $name := default .Chart.Name .Values.nameOverride -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 40 | trimSuffix "-" -}}
{{- else if contains $name .Release.Name -}}
{{- .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name $name | trunc 40 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{/* What selects every pod of the release. */}}
{{- define "shekara.releaseSelector" -}}
app.kubernetes.io/name: {{ default .Chart.Name .Values.nameOverride }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{/* What selects the pods of one component: dict "root" $ "component" "risk". */}}
{{- define "shekara.selector" -}}
{{ include "shekara.releaseSelector" .root }}
app.kubernetes.io/component: {{ .component }}
{{- end -}}

{{- define "shekara.labels" -}}
{{ include "shekara.selector" . }}
app.kubernetes.io/part-of: shekara
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end -}}

{{/* A service with the defaults under what it names itself, as YAML: dict "root" $ "service" $service. */}}
{{- define "shekara.service" -}}
{{- mergeOverwrite (deepCopy .root.Values.defaults) (deepCopy .service) | toYaml -}}
{{- end -}}

{{- define "shekara.image" -}}
{{- with .Values.image -}}
{{- if .digest -}}
{{ .repository }}@{{ .digest }}
{{- else -}}
{{ .repository }}:{{ default $.Chart.AppVersion .tag }}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* registration -> DATABASE_URL_REGISTRATION, temporary-storage -> DATABASE_URL_TEMPORARY_STORAGE. */}}
{{- define "shekara.variable" -}}
{{- printf "%s_%s" .prefix (.service | upper | replace "-" "_") -}}
{{- end -}}

{{- define "shekara.brokers" -}}
{{- if not .Values.kafka.brokers }}{{ fail "kafka.brokers: name at least one broker as host:port" }}{{ end -}}
{{- join "," .Values.kafka.brokers -}}
{{- end -}}

{{/* How a process reaches Kafka: the variables, and the file of the authority where there is one. */}}
{{- define "shekara.kafkaEnvironment" -}}
- name: KAFKA_BROKERS
  value: {{ include "shekara.brokers" . | quote }}
- name: KAFKA_TOPIC_PREFIX
  value: {{ .Values.kafka.topicPrefix | quote }}
- name: KAFKA_REPLICATION_FACTOR
  value: {{ .Values.kafka.replicationFactor | quote }}
{{- if .Values.kafka.tls.enabled }}
- name: KAFKA_SSL
  value: 'true'
{{- if .Values.kafka.tls.authority.existingSecret }}
- name: KAFKA_SSL_CA_FILE
  value: /etc/shekara/kafka/ca.crt
{{- end }}
{{- end }}
{{- with .Values.kafka.sasl }}
{{- if .mechanism }}
- name: KAFKA_SASL_MECHANISM
  value: {{ .mechanism }}
- name: KAFKA_SASL_USERNAME
  valueFrom:
    secretKeyRef:
      name: {{ required "kafka.sasl.existingSecret: the Secret with username and password" .existingSecret }}
      key: {{ .usernameKey }}
- name: KAFKA_SASL_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ .existingSecret }}
      key: {{ .passwordKey }}
{{- end }}
{{- end }}
{{- end -}}

{{- define "shekara.kafkaAuthority" -}}
{{- if and .Values.kafka.tls.enabled .Values.kafka.tls.authority.existingSecret -}}
- name: kafka-authority
  secret:
    secretName: {{ .Values.kafka.tls.authority.existingSecret }}
    items:
      - { key: {{ .Values.kafka.tls.authority.key }}, path: ca.crt }
{{- end -}}
{{- end -}}

{{- define "shekara.podSecurity" -}}
runAsNonRoot: true
runAsUser: 1000
runAsGroup: 1000
fsGroup: 1000
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{- define "shekara.containerSecurity" -}}
allowPrivilegeEscalation: false
privileged: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end -}}

{{- define "shekara.imagePullSecrets" -}}
{{- with .Values.imagePullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- end -}}

{{/* Ports of one kind of egress as a list of NetworkPolicyPort. */}}
{{- define "shekara.egressRule" -}}
- ports:
    {{- $protocols := .protocols }}
    {{- range $port := .rule.ports }}
    {{- range $protocol := $protocols }}
    - { port: {{ $port }}, protocol: {{ $protocol }} }
    {{- end }}
    {{- end }}
  {{- with .rule.to }}
  to:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end -}}
